import { openApi } from "@/lib/api/openapi";

/** No team's data: what the API is, for whoever writes against it. */
export function GET(): Response {
  return Response.json(openApi(), { headers: { "X-Content-Type-Options": "nosniff" } });
}

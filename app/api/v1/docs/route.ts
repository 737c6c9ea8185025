import { docsPage } from "@/lib/api/docs-page";

/** No team's data: what the API is, to be read. */
export function GET(): Response {
  return new Response(docsPage(), { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

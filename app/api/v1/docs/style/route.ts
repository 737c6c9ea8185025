import { DOCS_STYLE } from "@/lib/api/docs-style";

export function GET(): Response {
  return new Response(DOCS_STYLE, { headers: { "Content-Type": "text/css; charset=utf-8" } });
}

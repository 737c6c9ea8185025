import { openShare, visitOf } from "@/lib/auth/open-share";
import { contentDisposition, csvFilename } from "@/lib/csv/filename";
import { writeCsv } from "@/lib/csv/write-csv";
import type { SearchParams } from "@/lib/search-params";
import { loadShared } from "../load-shared";
import { CSV_COLUMNS, csvRows } from "./csv-rows";

/** The rows that the page shows, where the link allows it; what is not shown there is not here. */
export async function GET(request: Request, { params }: RouteContext<"/r/[token]/csv">): Promise<Response> {
  const { token } = await params;
  const search = new URL(request.url).searchParams;
  const asked: SearchParams = Object.fromEntries(Array.from(new Set(search.keys()), (key) => [key, oneOrAll(search.getAll(key))])); // prettier-ignore
  const answer = await openShare(await visitOf(token, "csv"), new Date(), (ctx) => loadShared(ctx, asked));
  if (answer.kind !== "open") return new Response(null, { status: answer.kind === "gone" ? 404 : 401 });
  if (answer.data === null) return new Response(null, { status: 400 });
  const { shared, name } = answer.data;
  return new Response(writeCsv(CSV_COLUMNS, csvRows(shared)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition(csvFilename(name)),
    },
  });
}

function oneOrAll(values: readonly string[]): string | readonly string[] {
  const [first, ...others] = values;
  return first === undefined || others.length > 0 ? values : first;
}

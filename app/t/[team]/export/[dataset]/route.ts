import { forbidden, notFound, redirect } from "next/navigation";
import { allowExport } from "@/lib/auth/allow-export";
import { enterTeam } from "@/lib/auth/open-team";
import { contentDisposition, csvFilename } from "@/lib/csv/filename";
import { AppError, type ErrorCode } from "@/lib/domain/errors";
import { RECORD_DATASETS, type RecordDataset, routes } from "@/lib/routes";
import type { SearchParams } from "@/lib/search-params";
import { noteExport } from "@/lib/use-cases/exports/export-records";
import { readExport } from "./read-export";
import { hasRoom, streamExport } from "./stream-export";

/** A team's records as CSV, with names: under the filters of the list that the link stands in. */
export async function GET(request: Request, { params }: RouteContext<"/t/[team]/export/[dataset]">): Promise<Response> {
  const { team, dataset: named } = await params;
  const dataset = RECORD_DATASETS.find((one) => one === named);
  if (dataset === undefined) notFound();
  const asked = paramsOf(new URL(request.url).searchParams);
  const noted = await note(team, dataset, asked);
  if (noted instanceof Response) return noted;
  return new Response(streamExport(team, dataset, asked, request.signal), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition(csvFilename(`${noted.name} ${dataset}`)),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

/** Whoever may not is told so here, before anything is sent. */
async function note(team: string, dataset: RecordDataset, params: SearchParams) {
  try {
    // Proven first, so that what is refused is not counted as an export.
    await enterTeam(team, "export:records", "read", async () => {
      if (!hasRoom()) throw new AppError("unavailable");
    });
    await allowExport();
    return await enterTeam(team, "export:records", "write", async (ctx) => {
      await noteExport(ctx, await readExport(ctx, dataset, params));
      return ctx.team;
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unauthenticated") redirect(routes.signIn({ next: routes.team(team) }));
    if (error.code === "forbidden") forbidden();
    if (error.code === "not-found") notFound();
    const wait = WAITS[error.code];
    if (wait === undefined) throw error;
    return new Response(null, { status: wait.status, headers: { "Retry-After": String(wait.seconds) } });
  }
}

const WAITS: Readonly<Partial<Record<ErrorCode, { readonly status: number; readonly seconds: number }>>> = {
  "too-many": { status: 429, seconds: 900 },
  unavailable: { status: 503, seconds: 30 },
};

function paramsOf(search: URLSearchParams): SearchParams {
  return Object.fromEntries(Array.from(new Set(search.keys()), (key) => [key, search.getAll(key)]));
}

import { forbidden, notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { enterTeam } from "@/lib/auth/open-team";
import { contentDisposition, csvFilename } from "@/lib/csv/filename";
import { writeCsv } from "@/lib/csv/write-csv";
import { AppError } from "@/lib/domain/errors";
import { IMPORT_PATIENCE_MS } from "@/lib/domain/import/batch";
import { parseUuid } from "@/lib/domain/input/uuid";
import { asId, type ImportBatchId } from "@/lib/domain/ids";
import { routes } from "@/lib/routes";
import { listRejects } from "@/lib/use-cases/import/list-rejects";

/** The rows that are left out, in their own columns, each with what is wrong with it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/t/[team]/import/[batch]/rejected">,
): Promise<Response> {
  const { team, batch } = await params;
  const id = parseUuid(batch);
  if (!id.ok) notFound();
  const { fileName, header, rows } = await load(team, asId<ImportBatchId>(id.value));
  const t = await getTranslations("import");
  const columns = [...header, t("errorColumn")].map((name) => ({ header: name, kind: "text" as const }));
  const body = writeCsv(
    columns,
    rows.map(({ cells, errors }) => {
      const words = errors.map(({ column, code }) =>
        column === "" ? t(`code.${code}`) : `${t(`field.${column}`)}: ${t(`code.${code}`)}`,
      );
      return [...header.map((_, at) => cells[at] ?? ""), words.join(" ")];
    }),
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition(csvFilename(`${fileName.replace(/\.csv$/i, "")} ${t("errorColumn")}`)),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

async function load(team: string, id: ImportBatchId) {
  try {
    return await enterTeam(team, "import:run", "read", (ctx) => listRejects(ctx, id), IMPORT_PATIENCE_MS);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "unauthenticated") redirect(routes.signIn({ next: routes.team(team) }));
    if (error.code === "forbidden") forbidden();
    notFound();
  }
}

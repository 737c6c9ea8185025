import { getTranslations } from "next-intl/server";
import { forbidden, notFound, redirect } from "next/navigation";
import { enterTeam } from "@/lib/auth/open-team";
import { assertOwnOrigin } from "@/lib/auth/own-origin";
import { AppError } from "@/lib/domain/errors";
import { report } from "@/lib/log";
import { routes } from "@/lib/routes";
import { uploadImport } from "@/lib/use-cases/import/upload-import";
import { asRefusal } from "../refusal";
import { readUpload } from "./read-upload";

/**
 * Takes in a file or pasted rows from the import page's own form. A page that sends it by script is told where to go, or why
 * not; without scripts the answer is the way itself.
 */
export async function POST(request: Request, { params }: RouteContext<"/t/[team]/import/upload">): Promise<Response> {
  const { team } = await params;
  const { to, refusal } = await upload(team, request);
  if (request.headers.get("accept") !== "application/json") redirect(to);
  if (refusal === undefined) return Response.json({ to });
  const t = await getTranslations("import");
  return Response.json({ refusal: t(`refusal.${refusal.code}`, { line: refusal.line }) });
}

type Answer = { readonly to: string; readonly refusal?: NonNullable<ReturnType<typeof asRefusal>> };

async function upload(team: string, request: Request): Promise<Answer> {
  try {
    await assertOwnOrigin();
    // Who may not upload is told so before twenty megabytes are read.
    await enterTeam(team, "import:run", "read", async () => null);
    const input = await readUpload(request);
    const { batchId, isUnderstood } = await enterTeam(team, "import:run", "write", (ctx) => uploadImport(ctx, input));
    return { to: routes.importBatch(team, batchId, isUnderstood ? { step: "check" } : {}) };
  } catch (error) {
    if (!(error instanceof AppError)) return refused(team, report(error, "import upload").code);
    if (error.code === "unauthenticated") return { to: routes.signIn({ next: routes.import(team) }) };
    if (error.code === "not-found") notFound();
    if (error.code === "forbidden") forbidden();
    const { reason, line } = error.details;
    return refused(team, typeof reason === "string" ? reason : error.code, typeof line === "number" ? line : undefined);
  }
}

function refused(team: string, error: string, line?: number): Answer {
  const refusal = asRefusal(error, String(line ?? ""));
  return { to: routes.import(team, { error, line }), ...(refusal === null ? {} : { refusal }) };
}

import { forbidden, notFound, redirect } from "next/navigation";
import { enterTeam } from "@/lib/auth/open-team";
import { assertOwnOrigin } from "@/lib/auth/own-origin";
import { AppError } from "@/lib/domain/errors";
import { report } from "@/lib/log";
import { routes } from "@/lib/routes";
import { uploadImport } from "@/lib/use-cases/import/upload-import";
import { readUpload } from "./read-upload";

/** Takes in a file or pasted rows from the import page's own form, which works without scripts. */
export async function POST(request: Request, { params }: RouteContext<"/t/[team]/import/upload">): Promise<Response> {
  const { team } = await params;
  redirect(await upload(team, request));
}

async function upload(team: string, request: Request): Promise<string> {
  try {
    await assertOwnOrigin();
    // Who may not upload is told so before twenty megabytes are read.
    await enterTeam(team, "import:run", "read", async () => null);
    const input = await readUpload(request);
    const { batchId, isUnderstood } = await enterTeam(team, "import:run", "write", (ctx) => uploadImport(ctx, input));
    return routes.importBatch(team, batchId, isUnderstood ? { step: "check" } : {});
  } catch (error) {
    if (!(error instanceof AppError)) return routes.import(team, { error: report(error, "import upload").code });
    if (error.code === "unauthenticated") return routes.signIn({ next: routes.import(team) });
    if (error.code === "not-found") notFound();
    if (error.code === "forbidden") forbidden();
    const { reason, line } = error.details;
    return routes.import(team, {
      error: typeof reason === "string" ? reason : error.code,
      line: typeof line === "number" ? line : undefined,
    });
  }
}

import { openJob } from "@/lib/auth/open-job";
import { openShare, visitOf } from "@/lib/auth/open-share";
import { hasOwnOrigin } from "@/lib/auth/own-origin";
import { visitorToCount } from "@/lib/auth/visitor-to-count";
import { report } from "@/lib/log";
import { countViews, viewBatch } from "@/lib/use-cases/sharing/view-batch";

const WRITTEN_AFTER_MS = 5_000;

const batch = viewBatch();
let timer: ReturnType<typeof setTimeout> | null = null;

/** Somebody has had the page before them for two seconds. Nothing is written on the way: views gather and are written together. */
export async function POST(_: Request, { params }: RouteContext<"/r/[token]/seen">): Promise<Response> {
  const { token } = await params;
  if (!(await hasOwnOrigin())) return new Response(null, { status: 403 });
  const now = new Date();
  const answer = await openShare(await visitOf(token, "seen"), now, async ({ db, link }) => ({
    teamId: db.teamId,
    linkId: link.id,
  }));
  if (answer.kind !== "open") return new Response(null, { status: answer.kind === "gone" ? 404 : 401 });
  const { teamId, linkId } = answer.data;
  const mark = await visitorToCount(teamId, linkId, now);
  if (mark !== null) {
    batch.note({ teamId, linkId, mark }, now);
    timer ??= setTimeout(() => void write(), WRITTEN_AFTER_MS);
  }
  return new Response(null, { status: 204 });
}

async function write(): Promise<void> {
  timer = null;
  for (const views of batch.take()) {
    try {
      await openJob(views.teamId, new Date(), (ctx) => countViews(ctx, views));
    } catch (error) {
      report(error, "views of a link"); // lost, and the number still says «at least»
    }
  }
}

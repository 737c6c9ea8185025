import { appendLog } from "@/db/mutations/append-log";
import type { TeamContext } from "@/lib/auth/team-context";
import type { Id, UserId } from "@/lib/domain/ids";

type By = Pick<TeamContext, "db" | "now" | "newId"> & { readonly user: { readonly id: UserId } };

/** Who changed what: ids and names of fields, nobody's words. Last in its transaction, for it locks the log. */
export async function recordActivity(
  ctx: By,
  action: string,
  [subjectKind, subjectId]: readonly [kind: string, id: string],
  fields: readonly string[] = [],
): Promise<void> {
  const writer = { actorKind: "user", actorId: ctx.user.id, now: ctx.now } as const;
  const id = ctx.newId<Id<"activity">>();
  await appendLog(ctx.db, writer, { activities: [{ id, action, subjectKind, subjectId, fields }] });
}

import { appendLog, type Writer } from "@/db/mutations/append-log";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ApiKeyId, Id, UserId } from "@/lib/domain/ids";

type By = Pick<TeamContext, "db" | "now" | "newId"> & {
  readonly user: { readonly id: UserId };
  readonly key?: ApiKeyId;
};

/** Who changed what: ids and names of fields, nobody's words. Last in its transaction, for it locks the log. */
export async function recordActivity(
  ctx: By,
  action: string,
  [subjectKind, subjectId]: readonly [kind: string, id: string],
  fields: readonly string[] = [],
): Promise<void> {
  const id = ctx.newId<Id<"activity">>();
  await appendLog(ctx.db, writerOf(ctx), { activities: [{ id, action, subjectKind, subjectId, fields }] });
}

/** Whom the logs name: the key where one was used, else the member. */
export function writerOf({ user, key, now }: Pick<By, "user" | "key" | "now">): Writer {
  return key === undefined ? { actorKind: "user", actorId: user.id, now } : { actorKind: "key", actorId: key, now };
}

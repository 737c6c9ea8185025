import { createAnswer, deleteAnswersBefore, lockAnswer } from "@/db/mutations/api-keys";
import { findAnswer } from "@/db/queries/api-keys";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { Id } from "@/lib/domain/ids";

export const ANSWERS_KEPT_MS = 24 * 60 * 60 * 1000;

/** What a write answered: the status, and the body as it was sent. */
export interface Answer {
  readonly status: number;
  readonly response: string;
}

/**
 * Does the work once per idempotency key and team, and gives its answer again to whoever asks again within a day. The
 * answer is stored with the effect: either both are there or neither is. The same key for another request is refused.
 */
export async function answerOnce(
  ctx: TeamContext,
  asked: { readonly key: string; readonly requestHash: string },
  work: () => Promise<Answer>,
): Promise<Answer> {
  await lockAnswer(ctx.db, asked.key);
  await deleteAnswersBefore(ctx.db, new Date(ctx.now.getTime() - ANSWERS_KEPT_MS));
  const before = await findAnswer(ctx.db, asked.key);
  if (before !== null) {
    if (before.requestHash !== asked.requestHash) throw new AppError("request-mismatch");
    return { status: before.status, response: before.response };
  }
  const answer = await work();
  await createAnswer(ctx.db, { ...asked, ...answer, id: ctx.newId<Id<"idempotency-key">>(), createdAt: ctx.now });
  return answer;
}

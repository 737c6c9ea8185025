import { createHash } from "node:crypto";
import { z } from "zod";
import { answerOnce } from "@/lib/use-cases/api-keys/answer-once";
import type { TeamContext } from "@/lib/auth/team-context";
import type { SendingId } from "@/lib/domain/ids";
import { optionalIdField } from "@/lib/use-cases/fields";

/** What a form that makes something carries, drawn anew with each page. The API has its own key for the same. */
export const SENDING_FIELD = { sending: optionalIdField<SendingId>().optional() };

/**
 * Does the work of one form once: a double click, Back and sending again, a request repeated by the network find what was
 * made. Other words in the same form are another wish, and make another. Kept are ids, nobody's words.
 */
export async function sentOnce<T>(
  ctx: TeamContext,
  { sending, ...said }: { readonly sending?: SendingId | null | undefined },
  made: z.ZodType<T>,
  work: () => Promise<T>,
): Promise<T> {
  if (!sending) return work();
  const requestHash = createHash("sha256").update(JSON.stringify(said)).digest("hex");
  // The blank keeps these apart from the keys that a caller of the API can choose.
  const key = `form ${ctx.user.id} ${sending} ${requestHash}`;
  const { response } = await answerOnce(ctx, { key, requestHash }, async () => ({
    status: 200,
    response: JSON.stringify(await work()),
  }));
  return made.parse(JSON.parse(response));
}

import { deleteAnswersBefore } from "@/db/mutations/api-keys";
import type { JobContext } from "@/lib/auth/open-job";
import { ANSWERS_KEPT_MS } from "./answer-once";

/** Answers hold what somebody sent, so they go after a day, also where nobody asks again. */
export async function pruneAnswers({ db, now }: Pick<JobContext, "db" | "now">): Promise<void> {
  await deleteAnswersBefore(db, new Date(now.getTime() - ANSWERS_KEPT_MS));
}

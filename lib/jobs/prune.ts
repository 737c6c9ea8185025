import { listTeams } from "@/lib/auth/all-teams";
import { openJob } from "@/lib/auth/open-job";
import { pruneAccounts } from "@/lib/auth/prune-accounts";
import { report } from "@/lib/log";
import { pruneAnswers } from "@/lib/use-cases/api-keys/prune-answers";

/** What has had its time: sessions, tokens of letters, and each team's answers of the API. */
export async function prune(now: Date): Promise<void> {
  await pruneAccounts(now);
  for (const teamId of await listTeams()) {
    try {
      await openJob(teamId, now, pruneAnswers);
    } catch (error) {
      report(error, "job prune of a team"); // the others' go all the same, and this one's next time
    }
  }
}

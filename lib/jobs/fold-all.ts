import { listTeams } from "@/lib/auth/all-teams";
import { openJob } from "@/lib/auth/open-job";
import { report } from "@/lib/log";
import { foldIfMany } from "@/lib/use-cases/counts/fold";

/** Folds the changes of every team that has many, each in a transaction of its own. */
export async function foldAll(now: Date): Promise<void> {
  for (const teamId of await listTeams()) {
    try {
      await openJob(teamId, now, ({ db }) => foldIfMany(db));
    } catch (error) {
      report(error, "job fold of a team"); // the others wait all the same, and this one is asked again next time
    }
  }
}

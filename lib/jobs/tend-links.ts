import { listDueLinks } from "@/lib/auth/due-links";
import { openJob } from "@/lib/auth/open-job";
import { report } from "@/lib/log";
import { sendLetter } from "@/lib/mail/send-letter";
import { makeSnapshot } from "@/lib/use-cases/sharing/make-snapshot";
import { linkWorkDue, readIfDue, renewLink } from "@/lib/use-cases/sharing/renew-link";

/** Renews the live links of all teams that are a day old, and tells creators of links that end soon. */
export async function tendLinks(now: Date): Promise<void> {
  for (const { teamId, linkId } of await listDueLinks(linkWorkDue(now))) {
    try {
      const means = await openJob(teamId, now, (ctx) => readIfDue(ctx, { makeCopies: makeSnapshot }, linkId), "read");
      if (means === null) continue;
      const letter = await openJob(teamId, now, (ctx) => renewLink(ctx, means, linkId));
      if (letter !== null) await sendLetter(letter);
    } catch (error) {
      report(error, "job link"); // the others are due all the same, and this one is again next time
    }
  }
}

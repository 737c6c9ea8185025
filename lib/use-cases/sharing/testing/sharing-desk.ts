import { createDatabase } from "@/db/client";
import type { TestDatabase } from "@/db/testing/database";
import { linkSecretsOf } from "@/lib/auth/link-secrets";
import { openShareIn, type ShareVisit } from "@/lib/auth/open-share";
import { passwords } from "@/lib/auth/password";
import { type Try, unlockShareIn } from "@/lib/auth/unlock-share";
import type { Member, TeamContext } from "@/lib/auth/team-context";
import type { TeamId } from "@/lib/domain/ids";
import type { Letter } from "@/lib/domain/letter";
import { findLogSeq } from "@/db/queries/log-chain";
import { findCopy } from "@/db/queries/shared-link";
import { findReportLink } from "@/db/queries/report-links";
import { NOW, teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { makeLink, type LinkMeans } from "../make-link";
import { MakeLinkInput } from "../link-fields";
import { PLAIN } from "./plain-link";

export const SECRET = "a secret of thirty-two characters or more";

/** The team's side and the visitor's, each over its own role of a real database, with the clock in the test's hand. */
export function sharingDesk(server: TestDatabase) {
  const desk = teamDesk(server.db);
  const share = createDatabase(server.shareUrl, { max: 4 });
  const secrets = linkSecretsOf(SECRET);
  let copiesMade = 0;
  const means: LinkMeans = {
    secrets,
    passwords,
    // What a copy holds is not asked here: each is another text.
    makeCopies: async ({ db, now }, { scope }) => {
      copiesMade += 1;
      const copies = scope.ranges.map((_, range) => ({
        range,
        channel: 0,
        content: `copy ${copiesMade}, range ${range}`,
      }));
      return { copies, asOf: now, asOfSeq: await findLogSeq(db) };
    },
  };
  const letters: Letter[] = [];
  const pauses: number[] = [];

  function visit(token: string, more: Partial<ShareVisit> = {}, now = NOW) {
    const asked: ShareVisit = { token, proof: null, surface: "page", ...more };
    return openShareIn({ db: share, secrets }, asked, now, ({ db, link }) =>
      findCopy(db, link.id, { range: 0, channel: 0 }),
    );
  }

  return {
    ...{ ...desk, means, share, secrets, letters, pauses, visit },
    make: (teamId: TeamId, by: Member, input: Readonly<Record<string, unknown>> = {}, now = NOW) =>
      desk.as(teamId, by, (ctx) => makeLink(ctx, means, MakeLinkInput.parse({ ...PLAIN, ...input })), now),
    link: (teamId: TeamId, id: Parameters<typeof findReportLink>[1]) =>
      desk.within(teamId, async (db) => {
        const row = await findReportLink(db, id);
        if (row === null) throw new Error("no such link");
        return row;
      }),
    tryPassword: (tried: Try, now = NOW) =>
      unlockShareIn(
        {
          ...{ share: { db: share, secrets }, counting: { db: server.db, secret: SECRET, factor: 1 }, app: server.db },
          ...{ passwords, post: (letter) => letters.push(letter) },
          pause: async (ms) => void pauses.push(ms),
        },
        tried,
        now,
      ),
    close: () => share.close(),
  };
}

export type Manage<T> = (ctx: TeamContext) => Promise<T>;

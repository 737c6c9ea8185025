import type { Database } from "@/db/client";
import { findTeam } from "@/db/queries/team";
import { linkSecretsOf } from "@/lib/auth/link-secrets";
import { openOperator } from "@/lib/auth/open-operator";
import { passwords } from "@/lib/auth/password";
import { asId, type TeamId, type UserId } from "@/lib/domain/ids";
import { PERIOD_KEYS } from "@/lib/domain/period";
import { newId } from "@/lib/new-id";
import { routes } from "@/lib/routes";
import { MakeLinkInput } from "@/lib/use-cases/sharing/link-fields";
import { type LinkMeans, makeLink } from "@/lib/use-cases/sharing/make-link";
import { makeSnapshot } from "@/lib/use-cases/sharing/make-snapshot";
import type { BenchTeam } from "./generate";
import { md5 } from "./md5";

/** Makes links by the use-case that people use; the server that opens them needs no secret of theirs. */
export function linkMaker(db: Database, secret: string) {
  const means: LinkMeans = { secrets: linkSecretsOf(secret), passwords, makeCopies: makeSnapshot };
  return ({ teamId }: BenchTeam, more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    openOperator(db, asId<TeamId>(teamId), "write", async (scope) => {
      const team = await findTeam(scope);
      if (team === null) throw new Error("no such team");
      const user = { ...PERSON, id: asId<UserId>(md5("user1")) };
      const ctx = { user, role: "owner", team, now: new Date(), newId, db: scope } as const;
      return (await makeLink(ctx, means, MakeLinkInput.parse({ ...PLAIN, ...more }))).token;
    });
}

/** The most that one link can hold: all named periods, and each channel of each. */
export const EVERYTHING = {
  mayNarrow: "on",
  range: PERIOD_KEYS.filter((key) => key !== "custom" && key !== "12m"),
};

const PERSON = { name: "Person 1", email: "person1@example.com", emailConfirmed: true, locale: "nb" } as const;
const PLAIN = {
  name: "Report",
  locale: "nb",
  mode: "frozen",
  period: "12m",
  from: "",
  to: "",
  basis: "start",
  hideSmall: "on",
  days: "90",
  protection: "none",
  embedOrigins: "",
};

/** Asks for a shared report as a visitor does, to its last byte. */
export async function visit(origin: string, token: string): Promise<void> {
  const answer = await fetch(new URL(routes.sharedReport(token), origin));
  const body = await answer.text();
  if (answer.status !== 200 || !body.includes("Report")) throw new Error(`a visitor got ${answer.status}`);
}

/** Visits of all links in turn, some at once, for so long; what each took, in milliseconds. */
export async function crowd(origin: string, tokens: readonly string[], { atOnce, visits, seconds }: Crowd) {
  const taken: number[] = [];
  const end = performance.now() + seconds * 1_000;
  let next = 0;
  const work = async () => {
    for (let n = next++; n < visits && performance.now() < end; n = next++) {
      const start = performance.now();
      await visit(origin, tokens[n % tokens.length] ?? "");
      taken.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return taken;
}

interface Crowd {
  readonly atOnce: number;
  readonly visits: number;
  readonly seconds: number;
}

import { createDatabase, type Database } from "@/db/client";
import { createUser, findUserByEmail, listTeamsOf } from "@/db/directory";
import { findTeam } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import { passwords } from "@/lib/auth/password";
import type { Member } from "@/lib/auth/team-context";
import type { TeamId, UserId } from "@/lib/domain/ids";
import type { Scenario } from "@/lib/domain/pipeline/presets/preset";
import { newId } from "@/lib/new-id";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { createTeam } from "@/lib/use-cases/teams/create-team";

/** The account that owns the sample teams. */
export const SAMPLE_SIGN_IN = { email: "kari@example.com", password: "tofold-sample-sign-in" } as const;

const TEAMS = [
  { scenario: "startup", name: "Nordlys Programvare" },
  { scenario: "consultancy", name: "Fjord Rådgivning" },
  { scenario: "agency", name: "Synlig Byrå" },
] as const satisfies readonly { readonly scenario: Scenario; readonly name: string }[];

/** Makes the three sample teams and their account, each in one transaction: a start that was cut off is completed by the next. */
export async function seedSamples(appUrl: string): Promise<void> {
  const db = createDatabase(appUrl, { max: 1 });
  try {
    const user = await ensureUser(db);
    const teams = await db.transaction({ teamId: null, access: "read" }, (tx) => listTeamsOf(tx, user.id));
    for (const team of TEAMS) {
      if (!teams.some(({ name }) => name === team.name)) await seedTeam(db, user, team);
    }
  } finally {
    await db.close();
  }
}

async function ensureUser(db: Database): Promise<Member> {
  const { email, password } = SAMPLE_SIGN_IN;
  const passwordHash = await passwords.hash(password);
  return db.transaction({ teamId: null, access: "write" }, async (tx) => {
    const found = await findUserByEmail(tx, email);
    const id = found?.id ?? newId<UserId>();
    const user = { id, email, name: "Kari Nordmann", locale: "nb" as const };
    if (!found) await createUser(tx, { ...user, passwordHash, emailConfirmedAt: new Date() });
    return { ...user, emailConfirmed: true };
  });
}

async function seedTeam(db: Database, user: Member, { name, scenario }: (typeof TEAMS)[number]): Promise<void> {
  const teamId = newId<TeamId>();
  await db.transaction({ teamId, access: "write" }, async (tx) => {
    const ctx = { user, now: new Date(), newId, db: new TeamDb(tx, teamId) };
    await createTeam(ctx, { name, scenario, timeZone: "Europe/Oslo" });
    const team = await findTeam(ctx.db);
    if (team === null) throw new Error("a team that was just made is not there");
    await addSampleData({ ...ctx, role: "owner", team });
  });
}

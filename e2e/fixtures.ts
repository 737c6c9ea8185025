import { randomUUID } from "node:crypto";
import { test as base, type BrowserContext, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import postgres, { type Sql } from "postgres";
import { createDatabase, type Database } from "@/db/client";
import { createSession, createUser } from "@/db/directory";
import { createMember } from "@/db/mutations/members";
import { TeamDb } from "@/db/scope";
import type { Id, SessionId, TeamId, UserId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/permissions";
import type { Scenario } from "@/lib/domain/pipeline/presets/preset";
import { newId } from "@/lib/new-id";
import { createTeam } from "@/lib/use-cases/teams/create-team";
import { serverState } from "./server-state";

export { expect } from "@playwright/test";

export interface Person {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
}

/** A fresh person, team or browser for a test; nothing is shared between tests but the server. */
export interface World {
  /** A person with a confirmed address and a session, signed in to this browser context. */
  readonly signIn: (context: BrowserContext, locale?: "nb" | "en") => Promise<Person>;
  /** Signs somebody in who is there already. */
  readonly signInAs: (context: BrowserContext, userId: UserId, locale?: "nb" | "en") => Promise<void>;
  /** A team of this person's, with the preset of its scenario in the language given. */
  readonly team: (owner: Person, scenario: Scenario, locale?: "nb" | "en") => Promise<{ slug: string; id: TeamId }>;
  /** Makes this person a member, as an accepted invitation does. */
  readonly join: (person: Person, team: TeamId, role: Role) => Promise<void>;
  readonly database: Database;
  /** Past all policies, to plant what the other team has and to see what was stored. */
  readonly admin: Sql;
  /** The server's own, with which it signs and seals. */
  readonly secret: string;
}

export const test = base.extend<{ world: World; failOnPageErrors: undefined }>({
  world: async ({}, provide) => {
    const state = serverState();
    const database = createDatabase(state.databaseUrl, { max: 2 });
    const admin = postgres(state.adminUrl, { max: 1, onnotice: () => {} });
    await provide({
      database,
      admin,
      secret: state.AUTH_SECRET,
      signIn: (context, locale = "nb") => signIn(context, database, locale),
      signInAs: (context, userId, locale = "nb") => signInAs(context, database, userId, locale),
      team: (owner, scenario, locale = "nb") => makeTeam(database, owner, scenario, locale),
      join: (person, team, role) => joinTeam(database, person, team, role),
    });
    await Promise.all([database.close(), admin.end()]);
  },
  failOnPageErrors: [
    async ({ page }, provide) => {
      const errors = watchErrors(page);
      await provide(undefined);
      base.expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** What went wrong in the page by itself: uncaught errors, and errors on its console but failed requests' own lines. */
function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    const isRefusal = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isRefusal) errors.push(message.text());
  });
  return errors;
}

async function signIn(context: BrowserContext, database: Database, locale: "nb" | "en"): Promise<Person> {
  const person = { id: newId<UserId>(), email: `${randomUUID()}@example.com`, name: "Kari Nordmann" };
  await database.transaction({ teamId: null, access: "write" }, (tx) =>
    createUser(tx, { ...person, locale, emailConfirmedAt: new Date() }),
  );
  await signInAs(context, database, person.id, locale);
  return person;
}

async function signInAs(context: BrowserContext, database: Database, userId: UserId, locale: "nb" | "en") {
  const { origin, AUTH_SECRET } = serverState();
  const session = newId<SessionId>();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 86_400_000);
  await database.transaction({ teamId: null, access: "write" }, (tx) =>
    createSession(tx, { id: session, userId, createdAt: now, lastSeenAt: now, expiresAt }),
  );
  const value = await encode({ token: { sid: session }, secret: AUTH_SECRET });
  await context.addCookies([
    { name: "tofold-session", value, url: origin, httpOnly: true, sameSite: "Lax" },
    { name: "locale", value: locale, url: origin },
  ]);
}

async function makeTeam(database: Database, owner: Person, scenario: Scenario, locale: "nb" | "en") {
  const id = newId<TeamId>();
  const { slug } = await database.transaction({ teamId: id, access: "write" }, (tx) => {
    const ctx = { user: { ...owner, locale }, now: new Date(), newId, db: new TeamDb(tx, id) };
    return createTeam(ctx, { name: `Team ${id.slice(-12)}`, scenario, timeZone: "Europe/Oslo" });
  });
  return { slug, id };
}

async function joinTeam(database: Database, { id: userId, name }: Person, teamId: TeamId, role: Role) {
  const member = { id: newId<Id<"membership">>(), userId, name, role, createdAt: new Date() };
  await database.transaction({ teamId, access: "write" }, (tx) => createMember(new TeamDb(tx, teamId), member));
}

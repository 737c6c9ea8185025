import { parseArgs } from "node:util";
import { z } from "zod";
import type { Database } from "@/db/client";
import { createUser, deleteSessionsOf, findUserByEmail, resolveSlug, updateUser, type User } from "@/db/directory";
import { listCurrentMembers } from "@/db/queries/members";
import { openOperator } from "@/lib/auth/open-operator";
import { passwords } from "@/lib/auth/password";
import { KEY_SCOPES } from "@/lib/domain/api-keys/api-key";
import { fieldError } from "@/lib/domain/errors";
import type { TeamId, UserId } from "@/lib/domain/ids";
import { isGuessable } from "@/lib/domain/input/password";
import { parseTimeZone } from "@/lib/domain/input/time-zone";
import { nameFromEmail } from "@/lib/domain/name-from-email";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { newId } from "@/lib/new-id";
import { newPasswordField } from "@/lib/use-cases/account/password-fields";
import { createApiKey } from "@/lib/use-cases/api-keys/create-api-key";
import { fieldErrors } from "@/lib/use-cases/field-errors";
import { choiceField, emailField, field, optionalCurrencyField, teamNameField } from "@/lib/use-cases/fields";
import { createTeam } from "@/lib/use-cases/teams/create-team";

interface Command {
  readonly name: string;
  /** What it prints. */
  readonly run: (db: Database, args: readonly string[]) => Promise<string>;
}

/** What an operator does from the shell, past all roles: whoever runs these holds the database. */
export const COMMANDS: readonly Command[] = [
  { name: "create-user", run: createUserCommand },
  { name: "create-team", run: createTeamCommand },
  { name: "create-api-key", run: createApiKeyCommand },
  { name: "reset-password", run: resetPasswordCommand },
];

const Account = z.strictObject({ email: emailField, password: newPasswordField });

async function createUserCommand(db: Database, args: readonly string[]): Promise<string> {
  const { email, password } = await readAccount(args);
  const id = newId<UserId>();
  const name = nameFromEmail(email);
  assertNotGuessable(password, { email, name });
  const user = { id, email, name, locale: "nb", passwordHash: await passwords.hash(password) } as const;
  const isNew = await global(db, (tx) => createUser(tx, { ...user, emailConfirmedAt: new Date() }));
  if (!isNew) throw new Error("There is an account with this address already.");
  return id;
}

async function resetPasswordCommand(db: Database, args: readonly string[]): Promise<string> {
  const { email, password } = await readAccount(args);
  const user = await getUser(db, email);
  assertNotGuessable(password, user);
  const passwordHash = await passwords.hash(password);
  await global(db, async (tx) => {
    await updateUser(tx, user.id, { passwordHash });
    await deleteSessionsOf(tx, user.id);
  });
  return user.id;
}

const NewTeam = z.strictObject({
  name: teamNameField,
  scenario: choiceField(SCENARIOS),
  owner: emailField,
  "time-zone": field((input) => parseTimeZone(input ?? "Europe/Oslo")),
  currency: optionalCurrencyField,
});

async function createTeamCommand(db: Database, args: readonly string[]): Promise<string> {
  const {
    owner,
    currency,
    "time-zone": timeZone,
    ...input
  } = parse(NewTeam, options(args, Object.keys(NewTeam.shape)));
  const user = await getUser(db, owner);
  const teamId = newId<TeamId>();
  const { slug } = await openOperator(db, teamId, "write", (scope) =>
    createTeam(
      { user, now: new Date(), newId, db: scope },
      { ...input, timeZone, ...(currency === null ? {} : { currency }) },
    ),
  );
  return slug;
}

const NewKey = z.strictObject({ team: z.string(), scope: choiceField(KEY_SCOPES) });

/** The key alone, and it is not to be had again. It acts in the name of the team's first owner. */
async function createApiKeyCommand(db: Database, args: readonly string[]): Promise<string> {
  const { team, scope } = parse(NewKey, options(args, ["team", "scope"]));
  const teamId = await global(db, (tx) => resolveSlug(tx, team));
  if (teamId === null) throw new Error(`There is no team at ${JSON.stringify(team)}.`);
  return openOperator(db, teamId, "write", async (scoped) => {
    const owner = (await listCurrentMembers(scoped)).find(({ role }) => role === "owner");
    if (owner === undefined) throw new Error("The team has no owner.");
    const ctx = { db: scoped, now: new Date(), newId, user: { id: owner.userId } };
    return (await createApiKey(ctx, { name: "Shell", scope, days: "never" })).key;
  });
}

/** The password comes by stdin, so that it stands in no list of processes and in no history. */
async function readAccount(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: { email: { type: "string" }, "password-stdin": { type: "boolean" } },
  });
  if (values["password-stdin"] !== true) throw new Error("The password is read with --password-stdin.");
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const password = Buffer.concat(chunks)
    .toString("utf8")
    .replace(/\r?\n$/, "");
  return parse(Account, { email: values.email, password });
}

function options(args: readonly string[], names: readonly string[]) {
  const wanted = Object.fromEntries(names.map((name) => [name, { type: "string" } as const]));
  return parseArgs({ args: [...args], options: wanted }).values;
}

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw fieldError(fieldErrors(parsed.error));
}

function assertNotGuessable(password: string, person: Pick<User, "email" | "name">): void {
  if (isGuessable(password, person)) throw fieldError({ "password-stdin": "password-common" });
}

async function getUser(db: Database, email: string): Promise<User> {
  const user = await global(db, (tx) => findUserByEmail(tx, email));
  if (user === null) throw new Error("There is no account with this address.");
  return user;
}

function global<T>(db: Database, work: Parameters<typeof db.transaction<T>>[1]): Promise<T> {
  return db.transaction({ teamId: null, access: "write" }, work);
}

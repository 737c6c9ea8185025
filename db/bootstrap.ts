import postgres, { type Sql } from "postgres";

export const ROLE_NAMES = ["tofold_owner", "tofold_app", "tofold_share", "tofold_purge", "tofold_backup"] as const;
export type RoleName = (typeof ROLE_NAMES)[number];
export type RolePasswords = Readonly<Record<RoleName, string>>;

export interface RoleUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly shareUrl: string;
  readonly purgeUrl: string;
  readonly backupUrl: string;
}

const BOOTSTRAP_LOCK = 7_463_901;
const WEAK = "nosuperuser nocreaterole nocreatedb noreplication";
const ATTRIBUTES = {
  // Not inheriting: it may hand functions to the resolver without seeing what the resolver sees.
  tofold_owner: `login noinherit nobypassrls ${WEAK}`,
  tofold_app: `login nobypassrls ${WEAK}`,
  tofold_share: `login nobypassrls ${WEAK}`,
  tofold_purge: `login nobypassrls ${WEAK}`,
  tofold_backup: `login bypassrls ${WEAK}`,
} as const satisfies Record<RoleName, string>;

/** Makes roles and database, or brings existing ones back to what they should be. Needs a superuser. */
export async function bootstrap(
  adminUrl: string,
  options: { readonly database: string; readonly passwords: RolePasswords },
): Promise<RoleUrls> {
  const { database, passwords } = options;
  await withConnection(adminUrl, async (sql) => {
    await sql`select pg_advisory_lock(${BOOTSTRAP_LOCK})`;
    await ensureRoles(sql, passwords);
    await ensureDatabase(sql, database);
    await closeToPublic(sql, database);
  });
  await withConnection(inDatabase(adminUrl, database), ownSchema);
  return roleUrls(adminUrl, database, passwords);
}

export function roleUrls(serverUrl: string, database: string, passwords: RolePasswords): RoleUrls {
  const urlOf = (role: RoleName) => {
    const url = new URL(inDatabase(serverUrl, database));
    url.username = role;
    url.password = passwords[role];
    return url.href;
  };
  return {
    ownerUrl: urlOf("tofold_owner"),
    appUrl: urlOf("tofold_app"),
    shareUrl: urlOf("tofold_share"),
    purgeUrl: urlOf("tofold_purge"),
    backupUrl: urlOf("tofold_backup"),
  };
}

export function inDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Rights on a database are not copied from its template, so each clone needs this too. */
export async function closeToPublic(sql: Sql, database: string): Promise<void> {
  await sql`revoke all on database ${sql(database)} from public`;
  await sql`grant connect on database ${sql(database)} to tofold_app, tofold_share, tofold_purge, tofold_backup`;
}

/** One connection, closed whatever happens. */
export async function withConnection(url: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureRoles(sql: Sql, passwords: RolePasswords): Promise<void> {
  for (const role of ROLE_NAMES) {
    await createRole(sql, role);
    await sql.unsafe(`alter role ${role} ${ATTRIBUTES[role]}`);
    const [statement] = await sql<{ text: string }[]>`
      select format('alter role %I password %L', ${role}::text, ${passwords[role]}::text) as text`;
    if (statement !== undefined) await sql.unsafe(statement.text);
  }
  await createRole(sql, "tofold_resolver");
  await sql.unsafe(`alter role tofold_resolver nologin nobypassrls ${WEAK}`);
  await sql`grant tofold_resolver to tofold_owner`;
  await sql`grant pg_read_all_data to tofold_backup`;
}

async function createRole(sql: Sql, role: RoleName | "tofold_resolver"): Promise<void> {
  const found = await sql`select 1 from pg_roles where rolname = ${role}`;
  if (found.length === 0) await sql`create role ${sql(role)}`;
}

async function ensureDatabase(sql: Sql, database: string): Promise<void> {
  const found = await sql`select 1 from pg_database where datname = ${database}`;
  if (found.length > 0) return;
  await sql`create database ${sql(database)} owner tofold_owner encoding 'UTF8' template template0`;
}

async function ownSchema(sql: Sql): Promise<void> {
  await sql`alter schema public owner to tofold_owner`;
  await sql`revoke all on schema public from public`;
  // Functions are otherwise born executable by everybody.
  await sql`alter default privileges for role tofold_owner, tofold_resolver revoke execute on functions from public`;
  await sql`alter default privileges for role tofold_owner, tofold_resolver revoke usage on types from public`;
}

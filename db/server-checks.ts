import { withConnection } from "./bootstrap";

// The release of August 2026; each older minor lacks fixes.
const MINOR_FLOORS: Readonly<Record<number, number>> = { 15: 19, 16: 15, 17: 11, 18: 6 };

/** What makes this login too strong for the server; empty when it is right. */
export async function appRoleFaults(url: string): Promise<readonly string[]> {
  const faults: string[] = [];
  await withConnection(url, async (sql) => {
    const [role] = await sql<{ super: boolean; bypass: boolean; creates: boolean; owns: boolean }[]>`
      select rolsuper as super, rolbypassrls as bypass, rolcreaterole or rolcreatedb as creates,
        exists (select 1 from pg_class where relowner = pg_roles.oid)
          or exists (select 1 from pg_auth_members where member = pg_roles.oid) as owns
      from pg_roles where rolname = current_user`;
    if (role === undefined || role.super) faults.push("is a superuser");
    if (role?.bypass === true) faults.push("passes row-level security (BYPASSRLS)");
    if (role?.creates === true) faults.push("may create roles or databases");
    if (role?.owns === true) faults.push("owns tables or belongs to another role");
  });
  return faults;
}

/** One line when the server lacks known fixes, or null. Versions before 15 are refused. */
export async function oldPostgresWarning(url: string): Promise<string | null> {
  let version = 0;
  await withConnection(url, async (sql) => {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    version = row?.version ?? 0;
  });
  const [major, minor] = [Math.floor(version / 10_000), version % 10_000];
  if (major < 15) throw new Error(`Tofold needs PostgreSQL 15 or newer; this is ${major}.${minor}.`);
  const floor = MINOR_FLOORS[major];
  if (floor === undefined || minor >= floor) return null;
  return `PostgreSQL ${major}.${minor} lacks security fixes; ${major}.${floor} or newer has them.`;
}

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { z } from "zod";

const FOLDER = join(process.cwd(), "db/migrations");
const MIGRATE_LOCK = 7_463_902;
const JOURNAL = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });

interface Migration {
  readonly tag: string;
  readonly hash: string;
  readonly statements: readonly string[];
}

/**
 * Applies, as the schema's owner, every migration of the journal that this database does not have yet, each in its own
 * transaction. By name, not by timestamp: one that was merged late is applied, not skipped.
 */
export async function migrate(url: string, folder: string = FOLDER): Promise<{ applied: number }> {
  const migrations = await readMigrations(folder);
  const sql = connect(url);
  try {
    await sql.begin(prepareLedger);
    let applied = 0;
    for (const migration of migrations) {
      if (await sql.begin((tx) => applyOnce(tx, migration))) applied += 1;
    }
    return { applied };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Names of the migrations that this database lacks. Works as the app's role too. */
export async function pendingMigrations(url: string, folder: string = FOLDER): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const sql = connect(url);
  try {
    const done = await appliedTags(sql);
    return migrations.map(({ tag }) => tag).filter((tag) => !done.has(tag));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function appliedTags(sql: Sql): Promise<ReadonlySet<string>> {
  const [ledger] = await sql<{ name: string | null }[]>`select to_regclass('migrations.applied')::text as name`;
  if (ledger?.name == null) return new Set();
  const rows = await sql<{ tag: string }[]>`select tag from migrations.applied`;
  return new Set(rows.map(({ tag }) => tag));
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const journal = JOURNAL.parse(JSON.parse(await readFile(join(folder, "meta/_journal.json"), "utf8")));
  const ordered = journal.entries.toSorted((a, b) => a.idx - b.idx);
  return Promise.all(
    ordered.map(async ({ tag }) => {
      const text = await readFile(join(folder, `${tag}.sql`), "utf8");
      const hash = createHash("sha256").update(text).digest("hex");
      return { tag, hash, statements: text.split("--> statement-breakpoint") };
    }),
  );
}

function connect(url: string): Sql {
  return postgres(url, { max: 1, onnotice: () => {} });
}

async function prepareLedger(tx: TransactionSql): Promise<void> {
  await tx`select pg_advisory_xact_lock(${MIGRATE_LOCK})`;
  const [ledger] = await tx<{ name: string | null }[]>`select to_regclass('migrations.applied')::text as name`;
  if (ledger?.name != null) return;
  await tx`create schema migrations`;
  await tx`create table migrations.applied (
    tag text primary key, hash text not null, applied_at timestamptz not null default now())`;
  await tx`grant usage on schema migrations to tofold_app`;
  await tx`grant select on migrations.applied to tofold_app`;
}

/** Under the lock, so that of two migrators at once the second finds the first one's work. */
async function applyOnce(tx: TransactionSql, { tag, hash, statements }: Migration): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(${MIGRATE_LOCK})`;
  const [known] = await tx<{ hash: string }[]>`select hash from migrations.applied where tag = ${tag}`;
  if (known !== undefined) {
    if (known.hash !== hash)
      throw new Error(`Migration ${tag} was changed after it had been applied to this database.`);
    return false;
  }
  for (const statement of statements) await run(tx, tag, statement);
  await tx`insert into migrations.applied (tag, hash) values (${tag}, ${hash})`;
  return true;
}

async function run(tx: TransactionSql, tag: string, statement: string): Promise<void> {
  try {
    await tx.unsafe(statement);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Migration ${tag} failed: ${reason}`, { cause });
  }
}

import { createHash } from "node:crypto";
import { once } from "node:events";
import type { Sql } from "postgres";
import { z } from "zod";
import { FORMAT } from "./dump";
import { readFrames } from "./frames";
import { readCopy } from "./read-copy";
import { type BackedUpTable, quoted, rowsOf, tablesInOrder } from "./tables";

const Header = z.object({
  format: z.literal(FORMAT),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.string(), key: z.string() })),
});
const Ending = z.object({ name: z.string(), sha256: z.string() });

/**
 * Fills an empty database, as the schema's owner, with what a backup holds: in one transaction, and only if every row can be
 * read back as it was. While it lasts no trigger of ours runs, for what triggers wrote is in the backup too, and the owner is
 * held back by no policy; both come back with the same transaction. `beforeOpening` is done in it, on the filled tables.
 */
export async function load(
  sql: Sql,
  source: AsyncIterable<Uint8Array>,
  beforeOpening: (sql: Sql) => Promise<unknown> = async () => undefined,
): Promise<{ readonly tables: number }> {
  const frames = readFrames(source);
  const header = Header.safeParse(parsed(await next(frames)));
  if (!header.success) throw new Error("This is no backup of Tofold, or of another version of it.");
  await sql.unsafe("begin");
  const tables = await tablesInOrder(sql);
  await assertFits(sql, header.data, tables);
  for (const table of tables) {
    await sql.unsafe(`alter table public.${quoted(table.name)} disable trigger user, no force row level security`);
  }
  await assertEmpty(sql, tables);
  for (const table of header.data.tables) await fill(sql, table, frames);
  await beforeOpening(sql);
  for (const table of tables) {
    await sql.unsafe(`alter table public.${quoted(table.name)} enable trigger user, force row level security`);
  }
  await sql.unsafe("commit");
  return { tables: tables.length };
}

async function assertFits(sql: Sql, { migrations, tables }: z.output<typeof Header>, own: readonly BackedUpTable[]) {
  const applied = await sql<{ tag: string }[]>`select tag from migrations.applied order by tag`;
  const same = JSON.stringify(applied.map(({ tag }) => tag)) === JSON.stringify(migrations);
  const named = (all: readonly BackedUpTable[]) => JSON.stringify(all.map(({ name, columns }) => [name, columns]));
  if (!same || named(own) !== named(tables)) {
    const last = migrations.at(-1) ?? "none";
    throw new Error(`The backup is of another version: its last migration is ${last}. Restore it with that version.`);
  }
}

async function assertEmpty(sql: Sql, tables: readonly BackedUpTable[]): Promise<void> {
  for (const { name } of tables) {
    const found = await sql.unsafe(`select 1 from public.${quoted(name)} limit 1`);
    if (found.length > 0) throw new Error(`There is data here already (${name}). Restore into an empty database.`);
  }
}

async function fill(sql: Sql, table: BackedUpTable, frames: AsyncGenerator<Buffer>): Promise<void> {
  const into = await sql.unsafe(`copy public.${quoted(table.name)} (${table.columns}) from stdin`).writable();
  const finished = once(into, "finish");
  for (let rows = await next(frames); rows.length > 0; rows = await next(frames)) {
    if (!into.write(rows)) await once(into, "drain");
  }
  into.end();
  await finished;
  const { name, sha256 } = Ending.parse(parsed(await next(frames)));
  const hash = createHash("sha256");
  for await (const chunk of readCopy(sql, rowsOf(table))) hash.update(chunk);
  if (name !== table.name || hash.digest("hex") !== sha256) throw new Error(`The rows of ${table.name} are not whole.`);
}

async function next(frames: AsyncGenerator<Buffer>): Promise<Buffer> {
  const { done, value } = await frames.next();
  if (done === true) throw new Error("The backup breaks off.");
  return value;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new Error("This is no backup of Tofold, or of another version of it.", { cause });
  }
}

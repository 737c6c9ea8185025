import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { TeamDb } from "@/db/scope";

// One JSON parameter carries any number of rows, so the statement's text stays the same and no limit on parameters is near.
const ROWS_PER_STATEMENT = 5000;

type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts rows given by the table's property names; every row has the same ones. The team is added here. Rows may be made
 * while they are asked for, so that a whole file of them is never held twice.
 */
export async function insertRows<T extends PgTable>(
  db: TeamDb,
  table: T,
  rows: Iterable<Row & Partial<Omit<T["$inferInsert"], "teamId">>>,
): Promise<void> {
  for (const chunk of chunks(rows)) {
    const { names, json } = encode(
      table,
      chunk.map((row) => db.own(row)),
    );
    const columns = sql.join(
      names.map((name) => sql.identifier(name)),
      sql`, `,
    );
    const record = sql.identifier(getTableName(table));
    await db.tx.execute(
      sql`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${record}, ${json}::jsonb)`,
    );
  }
}

/** Sets the given properties of rows found by their id, and counts their version up unless only a cache has changed. */
export async function updateRows<T extends PgTable>(
  db: TeamDb,
  table: T,
  rows: readonly (Row & { readonly id: string } & Partial<Omit<T["$inferInsert"], "teamId" | "id">>)[],
  { versionStep = 1 }: { readonly versionStep?: 0 | 1 } = {},
): Promise<void> {
  for (const chunk of chunks(rows)) {
    const { names, json } = encode(table, chunk);
    const record = sql.identifier(getTableName(table));
    const sets = names
      .filter((name) => name !== "id")
      .map((name) => sql`${sql.identifier(name)} = new.${sql.identifier(name)}`);
    await db.tx.execute(
      sql`update ${table} as old set ${sql.join(sets, sql`, `)}, version = old.version + ${versionStep}::int
        from jsonb_populate_recordset(null::${record}, ${json}::jsonb) as new
        where old.team_id = ${db.teamId} and old.id = new.id`,
    );
  }
}

function encode(table: PgTable, rows: readonly Row[]): { readonly names: readonly string[]; readonly json: string } {
  const columns = getTableColumns(table);
  const keys = Object.keys(rows[0] ?? {});
  const names = keys.map((key) => {
    const column = columns[key];
    if (!column) throw new TypeError(`${getTableName(table)} has no ${key}`);
    return column.name;
  });
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(keys.map((key, i) => [names[i], row[key] ?? null]))),
  );
  return { names, json };
}

function* chunks<R>(rows: Iterable<R>): Generator<readonly R[]> {
  let chunk: R[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < ROWS_PER_STATEMENT) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** As `map`, one at a time. */
export function* eachOf<A, B>(rows: Iterable<A>, make: (row: A) => B): Generator<B> {
  for (const row of rows) yield make(row);
}

import type { Sql } from "postgres";

export interface BackedUpTable {
  readonly name: string;
  /** Quoted, in their order; what is generated is left out. */
  readonly columns: string;
  readonly key: string;
}

/** Every table of ours, one that another points at before it. */
export async function tablesInOrder(sql: Sql): Promise<readonly BackedUpTable[]> {
  const tables = await sql<BackedUpTable[]>`
    select c.relname as name,
      (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      (select string_agg(quote_ident(a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`;
  const links = await sql<{ from: string; to: string }[]>`
    select distinct f.relname as from, t.relname as to from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`;
  const ordered: BackedUpTable[] = [];
  while (ordered.length < tables.length) {
    const done = new Set(ordered.map(({ name }) => name));
    const ready = tables.filter(
      ({ name }) => !done.has(name) && links.every(({ from, to }) => from !== name || done.has(to)),
    );
    if (ready.length === 0) throw new Error("Tables that point at each other in a circle cannot be filled in turn.");
    ordered.push(...ready);
  }
  return ordered;
}

/** All rows of a table in the order of its key, as text: the same rows give the same bytes. */
export function rowsOf({ name, columns, key }: BackedUpTable): string {
  return `copy (select ${columns} from public.${quoted(name)} order by ${key}) to stdout`;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

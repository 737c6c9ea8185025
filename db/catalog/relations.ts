import { GLOBAL_TABLES, list } from "./exceptions";

/** Our tables. */
export const TABLES = `(select c.oid, c.relname, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.relpersistence
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p'))`;

/** Those that belong to a team. */
export const TENANT_TABLES = `(select t.* from ${TABLES} t where t.relname not in ${list(GLOBAL_TABLES)})`;

/** The columns of our tables. */
export const COLUMNS = `(select t.oid, t.relname, a.attnum, a.attname, a.attnotnull, a.attacl, a.atttypmod,
    format_type(a.atttypid, a.atttypmod) as type
  from ${TABLES} t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped)`;

/** The names of a key's columns, in its order. */
export function names(table: string, numbers: string): string {
  return `(select array_agg(a.attname::text order by part.place)
    from unnest(${numbers}) with ordinality part(number, place)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = part.number)`;
}

import { GLOBAL_TABLES, GLOBAL_UNIQUE, list, LOOSE_IDS, OTHER_KEYS, RESOLVER_INDEXES } from "./exceptions";
import { COLUMNS, names, TABLES, TENANT_TABLES } from "./relations";

const OTHERWISE = Object.entries(OTHER_KEYS)
  .map(([table, columns]) => `when '${table}' then '${columns}'`)
  .join(" ");

const FOREIGN_KEYS = `(select k.conname, k.conrelid, k.confrelid, k.conkey, k.confdeltype, k.confupdtype,
    child.relname as child, parent.relname as parent,
    ${names("k.conrelid", "k.conkey")} as own, ${names("k.confrelid", "k.confkey")} as theirs
  from pg_constraint k
  join ${TABLES} child on child.oid = k.conrelid join ${TABLES} parent on parent.oid = k.confrelid
  where k.contype = 'f')`;

const INDEXES = `(select i.indexrelid, i.indrelid, i.indisunique, i.indisprimary, i.indisvalid, c.relname as name, t.relname,
    (i.indkey::int2[])[0:i.indnkeyatts - 1] as keys,
    pg_get_expr(i.indpred, i.indrelid) as predicate,
    (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) as first
  from pg_index i join pg_class c on c.oid = i.indexrelid join ${TABLES} t on t.oid = i.indrelid)`;

/** What points where. */
export const KEY_LINTS = {
  "tenant table with another primary key": `select t.relname as fault from ${TENANT_TABLES} t
    where array_to_string((select ${names("k.conrelid", "k.conkey")} from pg_constraint k
        where k.conrelid = t.oid and k.contype = 'p'), ',')
      is distinct from case t.relname ${OTHERWISE} else 'team_id,id' end`,

  "foreign key that forgets the team": `select child || '.' || conname as fault from ${FOREIGN_KEYS} k
    where child not in ${list(GLOBAL_TABLES)} and parent not in ${list(GLOBAL_TABLES)}
      and not case parent
        when 'teams' then own = array['team_id'] and theirs = array['id']
        else own[1] = 'team_id' and theirs[1] = 'team_id' and array_length(own, 1) > 1 end`,

  "foreign key between a team and no team": `select child || '.' || conname as fault from ${FOREIGN_KEYS} k
    where (child in ${list(GLOBAL_TABLES)}) <> (parent in ${list(GLOBAL_TABLES)})
      and conname <> 'memberships_user_id_users_id_fk'`,

  "reference without a foreign key": `select c.relname || '.' || c.attname as fault from ${COLUMNS} c
    where c.type = 'uuid' and c.attname <> 'id' and c.relname || '.' || c.attname not in ${list(LOOSE_IDS)}
      and not exists (select from ${FOREIGN_KEYS} k where k.conrelid = c.oid and c.attnum = any(k.conkey))`,

  // A null part switches the whole key off.
  "foreign key with half a key": `select k.child || '.' || k.conname as fault from ${FOREIGN_KEYS} k
    cross join lateral (select array_agg(c.attnum) as nullable from ${COLUMNS} c
      where c.oid = k.conrelid and c.attnum = any(k.conkey) and not c.attnotnull) part
    where array_length(part.nullable, 1) > 1 and not exists (
      select from pg_constraint checked
      where checked.conrelid = k.conrelid and checked.contype = 'c' and checked.convalidated
        and checked.conkey @> part.nullable and pg_get_constraintdef(checked.oid) ~ 'IS (NOT )?NULL')`,

  "foreign key without an index": `select k.child || '.' || k.conname as fault from ${FOREIGN_KEYS} k
    where not exists (select from ${INDEXES} i
      where i.indrelid = k.conrelid and i.indisvalid
        and i.keys[1] = k.conkey[1] and (array_length(k.conkey, 1) = 1 or i.keys[2] = any(k.conkey[2:]))
        and coalesce(i.predicate ~ '^\\(\\w+ IS NOT NULL\\)$', true))`,

  "foreign key that empties or moves": `select child || '.' || conname as fault from ${FOREIGN_KEYS} k
    where confdeltype not in ('a', 'r') or confupdtype not in ('a', 'r')`,

  "unique across teams": `select i.name as fault from ${INDEXES} i
    where i.indisunique and i.first is distinct from 'team_id' and i.name not in ${list(GLOBAL_UNIQUE)}
      and not (i.indisprimary and i.relname in ${list(GLOBAL_TABLES)})`,

  "index that does not begin with the team": `select i.name as fault from ${INDEXES} i
    where i.relname not in ${list(GLOBAL_TABLES)} and i.first is distinct from 'team_id'
      and i.name not in ${list([...GLOBAL_UNIQUE, ...RESOLVER_INDEXES])}`,

  "index or constraint that is not in force": `select name as fault from ${INDEXES} i where not indisvalid
    union all select conrelid::regclass::text || '.' || conname from pg_constraint
    where connamespace = 'public'::regnamespace and not convalidated`,
} as const;

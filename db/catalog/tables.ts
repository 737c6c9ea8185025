import { list, NOT_EDITED, TIMED_OTHERWISE } from "./exceptions";
import { COLUMNS, TABLES, TENANT_TABLES } from "./relations";

/** What tables are, and what stands beside them. */
export const TABLE_LINTS = {
  "tenant table without row-level security": `select relname as fault from ${TENANT_TABLES} t where not relrowsecurity`,

  "tenant table whose owner sees all": `select relname as fault from ${TENANT_TABLES} t where not relforcerowsecurity`,

  "tenant table without a team": `select t.relname as fault from ${TENANT_TABLES} t
    where t.relname <> 'teams' and not exists (
      select from ${COLUMNS} c where c.oid = t.oid and c.attname = 'team_id' and c.type = 'uuid' and c.attnotnull)`,

  "table that a crash empties": `select relname as fault from ${TABLES} t where relpersistence <> 'p'`,

  "table that is not the schema's owner's": `select relname as fault from ${TABLES} t
    where relowner <> (select oid from pg_roles where rolname = 'tofold_owner')`,

  "edited table without a version": `select distinct t.relname as fault
    from ${TENANT_TABLES} t join pg_roles r on r.rolname = 'tofold_app'
    where t.relname not in ${list(NOT_EDITED)}
      and has_any_column_privilege(r.oid, t.oid, 'update')
      and not exists (
        select from ${COLUMNS} c where c.oid = t.oid and c.attname = 'version' and c.type = 'integer' and c.attnotnull)`,

  "table without created_at": `select t.relname as fault from ${TABLES} t
    where t.relname not in ${list(TIMED_OTHERWISE)} and not exists (
      select from ${COLUMNS} c
      where c.oid = t.oid and c.attname = 'created_at' and c.type = 'timestamp with time zone' and c.attnotnull)`,

  // It is filled by whoever refreshes it, past every policy.
  "materialized view": `select c.oid::regclass::text as fault from pg_class c
    where c.relkind = 'm' and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,

  "view with its owner's eyes": `select c.relname as fault from pg_class c
    where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace
      and not coalesce('security_invoker=true' = any(c.reloptions) or 'security_invoker=on' = any(c.reloptions), false)`,

  // Numbers across teams tell one team how busy the others are.
  sequence: `select c.relname as fault from pg_class c where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace`,
} as const;

import { columnsOfClass } from "@/db/schema/classes";
import { list, LOGS, RESOLVER_COLUMNS } from "./exceptions";
import { COLUMNS, TABLES } from "./relations";

const SERVER = "('tofold_app', 'tofold_share', 'tofold_resolver', 'tofold_purge', 'tofold_backup')";

/** Every grant on a table or a column: to whom, what, on what (`column` null: on all of them). */
const GRANTS = `(select t.relname, null::name as attname, a.grantee, a.privilege_type, coalesce(g.rolname, 'public') as role
    from ${TABLES} t cross join lateral aclexplode(t.relacl) a left join pg_roles g on g.oid = a.grantee
  union all select c.relname, c.attname, a.grantee, a.privilege_type, coalesce(g.rolname, 'public')
    from ${COLUMNS} c cross join lateral aclexplode(c.attacl) a left join pg_roles g on g.oid = a.grantee)`;

const WHERE = "relname || coalesce('.' || attname, '') || ': ' || role || ' ' || lower(privilege_type)";

/** What roles may do. */
export const RIGHT_LINTS = {
  "right of everybody": `select ${WHERE} as fault from ${GRANTS} g where role = 'public'
    union all select 'schema ' || nspname from pg_namespace n cross join lateral aclexplode(n.nspacl) a
      where a.grantee = 0 and nspname not in ('pg_catalog', 'information_schema')
    union all select 'database ' || datname from pg_database d
      cross join lateral aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
      where d.datname = current_database() and a.grantee = 0
    union all select 'type ' || typname from pg_type t
      cross join lateral aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) a
      where t.typnamespace = 'public'::regnamespace and t.typrelid = 0 and t.typelem = 0 and a.grantee = 0`,

  "default right of everybody": `select r.rolname || ' ' || kind.name as fault
    from (values ('f', 'functions'), ('T', 'types')) kind(letter, name)
    cross join pg_roles r
    left join pg_default_acl d on d.defaclrole = r.oid and d.defaclnamespace = 0 and d.defaclobjtype = kind.letter::"char"
    where r.rolname in ('tofold_owner', 'tofold_resolver') and exists (
      select from aclexplode(coalesce(d.defaclacl, acldefault(kind.letter::"char", r.oid))) a where a.grantee = 0)
    union all select d.defaclrole::regrole::text || ' ' || d.defaclobjtype::text from pg_default_acl d
      cross join lateral aclexplode(d.defaclacl) a where a.grantee = 0 and d.defaclobjtype not in ('f', 'T')`,

  // TRUNCATE asks no policy; a trigger or a foreign key of one's own sees rows that one does not.
  "right that passes by the policies": `select ${WHERE} as fault from ${GRANTS} g
    where role in ${SERVER} and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,

  "right to make things": `select r.rolname || ': schema ' || n.nspname as fault
    from pg_roles r cross join pg_namespace n
    where r.rolname in ${SERVER} and n.nspname !~ '^pg_(toast|temp)' and has_schema_privilege(r.oid, n.oid, 'create')
    union all select r.rolname || ': database' from pg_roles r
    where r.rolname in ${SERVER} and has_database_privilege(r.oid, current_database(), 'create, temporary')`,

  "right to hand a right on": `select ${WHERE} as fault
    from (select t.relname, null::name as attname, a.*, g.rolname as role from ${TABLES} t
      cross join lateral aclexplode(t.relacl) a join pg_roles g on g.oid = a.grantee
      where a.is_grantable and g.oid <> t.relowner) g`,

  "log that can be changed": `select t.relname || ': ' || r.rolname || ' ' || command as fault
    from ${TABLES} t cross join pg_roles r cross join unnest(array['update', 'delete', 'truncate']) command
    where t.relname in ${list(LOGS)} and r.rolname in ${SERVER} and r.rolname <> 'tofold_purge'
      and (has_table_privilege(r.oid, t.oid, command)
        or (command = 'update' and has_any_column_privilege(r.oid, t.oid, 'update')))`,

  "stage whose kind can be changed": `select c.attname || ': ' || r.rolname as fault from ${COLUMNS} c cross join pg_roles r
    where c.relname = 'stages' and c.attname in ('id', 'team_id', 'subject', 'kind') and r.rolname in ${SERVER}
      and has_column_privilege(r.oid, c.oid, c.attnum, 'update')`,

  "resolver that sees more than it looks up": `select ${WHERE} as fault from ${GRANTS} g
    where role = 'tofold_resolver' and (
      privilege_type <> 'SELECT' or attname is null or relname || '.' || attname not in ${list(RESOLVER_COLUMNS)})`,

  "report link that sees a person or a secret": `select c.relname || '.' || c.attname as fault
    from ${COLUMNS} c join pg_roles r on r.rolname = 'tofold_share'
    where has_column_privilege(r.oid, c.oid, c.attnum, 'select')
      and c.relname || '.' || c.attname in ${list(columnsOfClass("personal", "secret"))}
      and c.relname || '.' || c.attname <> 'report_links.password_hash'`,

  "report link that writes": `select ${WHERE} as fault from ${GRANTS} g
    where role = 'tofold_share' and privilege_type <> 'SELECT'`,

  "dump that writes": `select ${WHERE} as fault from ${GRANTS} g
    where role = 'tofold_backup' and privilege_type <> 'SELECT'`,
} as const;

import { TENANT_TABLES } from "./relations";

/** As PostgreSQL prints the one predicate, for `teams` by its own id. */
const PREDICATE = `format('(%s = (NULLIF(current_setting(''app.team_id''::text, true), ''''::text))::uuid)',
  case t.relname when 'teams' then 'id' else 'team_id' end)`;

const POLICIES = `(select t.oid, t.relname, p.polname, p.polcmd, p.polpermissive, p.polroles, role.oid as roleid,
    coalesce(role.rolname, 'public') as role,
    pg_get_expr(p.polqual, p.polrelid) as using_text, pg_get_expr(p.polwithcheck, p.polrelid) as check_text,
    ${PREDICATE} as predicate
  from ${TENANT_TABLES} t join pg_policy p on p.polrelid = t.oid
  cross join lateral unnest(p.polroles) member(id) left join pg_roles role on role.oid = member.id)`;

/** Who may do what on a table, directly or by column; those whom policies do not bind are left out. */
const GRANTS = `(select distinct t.oid, t.relname, g.rolname, g.oid as roleid, command.letter, command.name
  from ${TENANT_TABLES} t
  cross join (values ('r', 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete')) command(letter, name)
  join pg_roles g on not g.rolbypassrls and not g.rolsuper and g.rolname like 'tofold%' and g.rolname <> 'tofold_owner'
  where has_table_privilege(g.oid, t.oid, command.name)
    or (command.letter <> 'd' and has_any_column_privilege(g.oid, t.oid, command.name)))`;

/** Which rows a role sees and writes. */
export const POLICY_LINTS = {
  "grant without a policy": `select g.relname || ': ' || g.rolname || ' ' || g.name as fault from ${GRANTS} g
    where not exists (select from ${POLICIES} p where p.oid = g.oid and p.roleid = g.roleid and p.polcmd in ('*', g.letter))`,

  "policy with another predicate": `select relname || '.' || polname as fault from ${POLICIES} p
    where role <> 'tofold_resolver' and role <> 'public' and (
      (polcmd <> 'a' and using_text is distinct from predicate)
      or (polcmd not in ('r', 'd') and check_text is distinct from predicate))`,

  "policy for everybody": `select relname || '.' || polname as fault from ${POLICIES} p where role = 'public'`,

  "second permissive policy": `select relname || ': ' || role as fault from ${POLICIES} p
    where polpermissive group by relname, role having count(*) > 1`,

  "policy without rows to keep out": `select relname || '.' || polname as fault from ${POLICIES} p
    where (using_text = 'true' or check_text = 'true')
      and not (role = 'tofold_resolver' and polcmd = 'r' and array_length(polroles, 1) = 1)`,

  "resolver's policy that is more than a look": `select relname || '.' || polname as fault from ${POLICIES} p
    where role = 'tofold_resolver' and (polcmd <> 'r' or not polpermissive)`,
} as const;

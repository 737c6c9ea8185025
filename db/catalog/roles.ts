const OURS = "('tofold_owner', 'tofold_app', 'tofold_share', 'tofold_resolver', 'tofold_purge', 'tofold_backup')";

/** What roles are. */
export const ROLE_LINTS = {
  "role is missing": `select expected as fault
    from unnest(array['tofold_owner', 'tofold_app', 'tofold_share', 'tofold_resolver', 'tofold_purge', 'tofold_backup']) expected
    where expected not in (select rolname from pg_roles)`,

  "role has an attribute": `select rolname || ': ' || attribute as fault
    from pg_roles, lateral (values
      ('superuser', rolsuper), ('createrole', rolcreaterole), ('createdb', rolcreatedb), ('replication', rolreplication),
      ('bypassrls', rolbypassrls and rolname <> 'tofold_backup'),
      ('login', rolcanlogin and rolname = 'tofold_resolver'),
      ('inherit', rolinherit and rolname = 'tofold_owner')) had(attribute, has)
    where rolname in ${OURS} and has`,

  // The owner hands functions to the resolver, the dump reads all; nobody else is anything but himself.
  "role is a member of another": `select member.rolname || ' in ' || granted.rolname as fault
    from pg_auth_members m
    join pg_roles member on member.oid = m.member join pg_roles granted on granted.oid = m.roleid
    where member.rolname in ${OURS}
      and (member.rolname, granted.rolname) not in
        (('tofold_owner', 'tofold_resolver'), ('tofold_backup', 'pg_read_all_data'))`,

  "role owns something": `select r.rolname || ': ' || pg_describe_object(d.classid, d.objid, d.objsubid) as fault
    from pg_shdepend d join pg_roles r on r.oid = d.refobjid and d.refclassid = 'pg_authid'::regclass
    where d.deptype = 'o' and d.dbid in (0, (select oid from pg_database where datname = current_database()))
      and r.rolname in ${OURS} and r.rolname <> 'tofold_owner'
      and not (r.rolname = 'tofold_resolver' and d.classid in ('pg_proc'::regclass, 'pg_default_acl'::regclass))`,
} as const;

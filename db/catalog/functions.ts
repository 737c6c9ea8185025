const FUNCTIONS = `(select p.*, p.oid::regprocedure::text as called, r.rolname as owner
  from pg_proc p join pg_roles r on r.oid = p.proowner
  where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e'))`;

/** What runs in the database. */
export const FUNCTION_LINTS = {
  "function of everybody": `select called as fault from ${FUNCTIONS} f
    cross join lateral aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a where a.grantee = 0`,

  "definer's rights that are not the resolver's": `select called as fault from ${FUNCTIONS} f
    where prosecdef and owner <> 'tofold_resolver'`,

  // Whoever calls it could otherwise put a table of his own in front of ours.
  "definer's rights on the caller's search path": `select called as fault from ${FUNCTIONS} f
    where prosecdef and not exists (select from unnest(f.proconfig) setting where setting = 'search_path=pg_catalog, public')`,

  "resolver's function with the caller's rights": `select called as fault from ${FUNCTIONS} f
    where owner = 'tofold_resolver' and not prosecdef`,

  "resolver's function that writes": `select called as fault from ${FUNCTIONS} f
    where owner = 'tofold_resolver' and provolatile = 'v'`,

  // Its arguments are shown to it before the policies have looked at the row.
  "leakproof function": `select called as fault from ${FUNCTIONS} f where proleakproof`,

  "function that does not belong to us": `select called as fault from ${FUNCTIONS} f
    where owner not in ('tofold_owner', 'tofold_resolver')`,
} as const;

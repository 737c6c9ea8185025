-- For the operator's commands: a team by its address, and all teams. Ids out, no setting left behind.
create function resolve_slug(team_slug text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select teams.id from public.teams where teams.slug = team_slug and teams.deleted_at is null
$$;--> statement-breakpoint
create function list_team_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select teams.id from public.teams where teams.deleted_at is null order by teams.id
$$;--> statement-breakpoint
grant create on schema public to tofold_resolver;--> statement-breakpoint
alter function resolve_slug(text) owner to tofold_resolver;--> statement-breakpoint
alter function list_team_ids() owner to tofold_resolver;--> statement-breakpoint
revoke create on schema public from tofold_resolver;--> statement-breakpoint
set local role tofold_resolver;--> statement-breakpoint
revoke execute on function resolve_slug(text), list_team_ids() from public;--> statement-breakpoint
grant execute on function resolve_slug(text), list_team_ids() to tofold_app;--> statement-breakpoint
reset role;

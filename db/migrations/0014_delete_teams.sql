CREATE TABLE "team_addresses" (
	"slug" text PRIMARY KEY NOT NULL,
	"taken_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
alter table team_addresses add constraint team_addresses_slug_check
  check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) between 3 and 40);--> statement-breakpoint
grant select, insert on team_addresses to tofold_app;--> statement-breakpoint
grant select, update (taken_by) on team_addresses to tofold_purge;--> statement-breakpoint
grant select on team_addresses to tofold_backup;--> statement-breakpoint

-- The teams that are there already. Their owner sees them only while he is not held to the policies.
alter table teams no force row level security;--> statement-breakpoint
insert into team_addresses (slug, taken_by, created_at) select slug, id, created_at from teams;--> statement-breakpoint
alter table teams force row level security;--> statement-breakpoint

-- Who deletes a team for good sees and deletes all of it, one team at a time, and nothing else. Its counters he has already.
do $$
declare
  tenant_table text;
  same_team constant text := $p$ = nullif(current_setting('app.team_id', true), '')::uuid$p$;
  key_column text;
begin
  foreach tenant_table in array array[
    'teams', 'memberships', 'invitations', 'stages', 'channels', 'campaigns', 'lost_reasons', 'leads', 'opportunities', 'deals',
    'stage_transitions', 'targets', 'activity_log', 'import_batches', 'import_contents', 'import_rows', 'saved_views',
    'api_keys', 'idempotency_keys', 'report_links', 'report_link_copies', 'report_link_views'
  ] loop
    key_column := case tenant_table when 'teams' then 'id' else 'team_id' end;
    execute format('create policy purge_team on %I for all to tofold_purge using (%I%s) with check (%I%s)',
      tenant_table, key_column, same_team, key_column, same_team);
    execute format('grant select, delete on %I to tofold_purge', tenant_table);
  end loop;
end $$;--> statement-breakpoint

-- Before a team is known: those that an owner has deleted, and those whose time is over. Ids and names out, no setting left behind.
create function list_deleted_teams_of(member uuid) returns table (team_id uuid, name text, deleted_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select teams.id, teams.name, teams.deleted_at
  from public.teams join public.memberships on memberships.team_id = teams.id
  where memberships.user_id = member and memberships.removed_at is null and memberships.role = 'owner'
    and teams.deleted_at is not null
  order by teams.deleted_at desc, teams.id
$$;--> statement-breakpoint
create function list_teams_deleted_before(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$
  select teams.id from public.teams where teams.deleted_at < moment order by teams.deleted_at, teams.id
$$;--> statement-breakpoint
grant create on schema public to tofold_resolver;--> statement-breakpoint
alter function list_deleted_teams_of(uuid) owner to tofold_resolver;--> statement-breakpoint
alter function list_teams_deleted_before(timestamptz) owner to tofold_resolver;--> statement-breakpoint
revoke create on schema public from tofold_resolver;--> statement-breakpoint
set local role tofold_resolver;--> statement-breakpoint
revoke execute on function list_deleted_teams_of(uuid), list_teams_deleted_before(timestamptz) from public;--> statement-breakpoint
grant execute on function list_deleted_teams_of(uuid) to tofold_app;--> statement-breakpoint
grant execute on function list_teams_deleted_before(timestamptz) to tofold_purge;--> statement-breakpoint
grant execute on function list_team_ids() to tofold_purge;--> statement-breakpoint
reset role;

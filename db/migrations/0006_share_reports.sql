CREATE TABLE "report_link_copies" (
	"team_id" uuid NOT NULL,
	"report_link_id" uuid NOT NULL,
	"range" integer NOT NULL,
	"channel" integer NOT NULL,
	"content" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_link_copies_team_id_report_link_id_range_channel_pk" PRIMARY KEY("team_id","report_link_id","range","channel"),
	CONSTRAINT "report_link_copies_place_check" CHECK ("report_link_copies"."range" >= 0 and "report_link_copies"."channel" >= 0)
);
--> statement-breakpoint
CREATE TABLE "report_link_views" (
	"team_id" uuid NOT NULL,
	"report_link_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"views" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_link_views_team_id_report_link_id_on_date_pk" PRIMARY KEY("team_id","report_link_id","on_date"),
	CONSTRAINT "report_link_views_views_check" CHECK ("report_link_views"."views" > 0)
);
--> statement-breakpoint
CREATE TABLE "report_links" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"token_hash" text NOT NULL,
	"token_sealed" text,
	"hint" text NOT NULL,
	"mode" text NOT NULL,
	"scope" jsonb NOT NULL,
	"shows" jsonb NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"as_of_seq" bigint NOT NULL,
	"password_hash" text,
	"password_version" integer DEFAULT 1 NOT NULL,
	"embed_origins" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"warned_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_links_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "report_links_token_unique" UNIQUE("team_id","token_hash"),
	CONSTRAINT "report_links_name_check" CHECK (char_length("report_links"."name") between 1 and 200),
	CONSTRAINT "report_links_locale_check" CHECK ("report_links"."locale" in ('nb', 'en')),
	CONSTRAINT "report_links_mode_check" CHECK ("report_links"."mode" in ('frozen', 'live')),
	CONSTRAINT "report_links_revoked_check" CHECK ("report_links"."revoked_at" is null or "report_links"."token_sealed" is null)
);
--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "sharing" text DEFAULT 'on' NOT NULL;--> statement-breakpoint
ALTER TABLE "report_link_copies" ADD CONSTRAINT "report_link_copies_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_link_copies" ADD CONSTRAINT "report_link_copies_link_fkey" FOREIGN KEY ("team_id","report_link_id") REFERENCES "public"."report_links"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_link_views" ADD CONSTRAINT "report_link_views_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_link_views" ADD CONSTRAINT "report_link_views_link_fkey" FOREIGN KEY ("team_id","report_link_id") REFERENCES "public"."report_links"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_links" ADD CONSTRAINT "report_links_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_links" ADD CONSTRAINT "report_links_created_by_fkey" FOREIGN KEY ("team_id","created_by") REFERENCES "public"."memberships"("team_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_links_created_by_index" ON "report_links" USING btree ("team_id","created_by");--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_sharing_check" CHECK ("teams"."sharing" in ('on', 'members', 'off'));
--> statement-breakpoint

-- Who may see and do what. A visitor's role reads a link, its copies and whether its creator may still share; no more.
do $$
declare
  tenant_table text;
  same_team constant text := $p$ = nullif(current_setting('app.team_id', true), '')::uuid$p$;
begin
  foreach tenant_table in array array['report_links', 'report_link_copies', 'report_link_views'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy app_team on %I for all to tofold_app using (team_id%s) with check (team_id%s)',
      tenant_table, same_team, same_team);
  end loop;
  foreach tenant_table in array array['teams', 'memberships', 'report_links', 'report_link_copies'] loop
    execute format('create policy share_team on %I for select to tofold_share using (%I%s)',
      tenant_table, case tenant_table when 'teams' then 'id' else 'team_id' end, same_team);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, update (created_by, token_sealed, as_of, as_of_seq, password_hash, password_version, warned_at, revoked_at, version)
  on report_links to tofold_app;
--> statement-breakpoint
grant select, insert, delete on report_link_copies to tofold_app;
--> statement-breakpoint
grant select, insert, update (views) on report_link_views to tofold_app;
--> statement-breakpoint
grant select on report_links, report_link_copies, report_link_views to tofold_backup;
--> statement-breakpoint
grant select (id, name, time_zone, sharing, deleted_at) on teams to tofold_share;
--> statement-breakpoint
grant select (team_id, user_id, role, removed_at) on memberships to tofold_share;
--> statement-breakpoint
grant select (team_id, id, created_by, name, locale, mode, scope, shows, as_of, password_hash, password_version, embed_origins, expires_at,
  revoked_at, created_at) on report_links to tofold_share;
--> statement-breakpoint
grant select on report_link_copies to tofold_share;
--> statement-breakpoint

-- A revoked link never opens again, whoever writes.
create function refuse_revoked_link() returns trigger language plpgsql as $$
begin
  raise exception 'a revoked report link does not change' using errcode = 'check_violation';
end $$;
--> statement-breakpoint
revoke execute on function refuse_revoked_link() from public;
--> statement-breakpoint
create trigger report_links_tombstone before update on report_links
  for each row when (old.revoked_at is not null) execute function refuse_revoked_link();
--> statement-breakpoint

-- Look-ups before a team is known: a visitor's token, and the links that the daily work is due for.
create policy resolver_reads on report_links for select to tofold_resolver using (true);
--> statement-breakpoint
grant select (team_id, id, token_hash, mode, as_of, expires_at, warned_at, revoked_at) on report_links to tofold_resolver;
--> statement-breakpoint
create index report_links_token_index on report_links (token_hash);
--> statement-breakpoint
create function resolve_report_link(hash text) returns table (team_id uuid, report_link_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select report_links.team_id, report_links.id from public.report_links where report_links.token_hash = hash
$$;
--> statement-breakpoint
create function list_due_report_links(at timestamptz, copied_before timestamptz, ends_before timestamptz)
  returns table (team_id uuid, report_link_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select report_links.team_id, report_links.id from public.report_links
  where report_links.revoked_at is null and report_links.expires_at > at
    and ((report_links.mode = 'live' and report_links.as_of <= copied_before)
      or (report_links.warned_at is null and report_links.expires_at <= ends_before))
  order by report_links.as_of, report_links.id
  limit 1000
$$;
--> statement-breakpoint
grant create on schema public to tofold_resolver;
--> statement-breakpoint
alter function resolve_report_link(text) owner to tofold_resolver;
--> statement-breakpoint
alter function list_due_report_links(timestamptz, timestamptz, timestamptz) owner to tofold_resolver;
--> statement-breakpoint
revoke create on schema public from tofold_resolver;
--> statement-breakpoint
set local role tofold_resolver;
--> statement-breakpoint
revoke execute on function resolve_report_link(text), list_due_report_links(timestamptz, timestamptz, timestamptz) from public;
--> statement-breakpoint
grant execute on function resolve_report_link(text) to tofold_share;
--> statement-breakpoint
grant execute on function list_due_report_links(timestamptz, timestamptz, timestamptz) to tofold_app;
--> statement-breakpoint
reset role;

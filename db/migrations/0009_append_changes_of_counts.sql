CREATE TABLE "lead_changes" (
	"team_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"sign" smallint NOT NULL,
	"fault" boolean NOT NULL,
	"credited_channel_id" uuid,
	"credited_campaign_id" uuid,
	"credited_owner_id" uuid,
	"batch_id" uuid,
	"kind" text NOT NULL,
	"came_in_day" date,
	"qualified" boolean NOT NULL,
	"qualified_day" date,
	"decided_day" date,
	"opportunity_kind" text,
	CONSTRAINT "lead_changes_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "lead_changes_sign_check" CHECK ("lead_changes"."sign" in (-1, 1))
);
--> statement-breakpoint
CREATE TABLE "lead_counts" (
	"team_id" uuid NOT NULL,
	"counted_by" text NOT NULL,
	"month" date NOT NULL,
	"sample" boolean NOT NULL,
	"channel_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"start_total" integer DEFAULT 0 NOT NULL,
	"start_open" integer DEFAULT 0 NOT NULL,
	"start_not_a_fit" integer DEFAULT 0 NOT NULL,
	"start_direct" integer DEFAULT 0 NOT NULL,
	"start_qualified" integer DEFAULT 0 NOT NULL,
	"start_qualified_open" integer DEFAULT 0 NOT NULL,
	"start_qualified_lost" integer DEFAULT 0 NOT NULL,
	"start_waiting" integer DEFAULT 0 NOT NULL,
	"start_customers" integer DEFAULT 0 NOT NULL,
	"start_excluded" integer DEFAULT 0 NOT NULL,
	"start_faulty" integer DEFAULT 0 NOT NULL,
	"start_undated" integer DEFAULT 0 NOT NULL,
	"start_not_a_fit_unqualified" integer DEFAULT 0 NOT NULL,
	"decision_not_a_fit" integer DEFAULT 0 NOT NULL,
	"decision_direct" integer DEFAULT 0 NOT NULL,
	"decision_qualified" integer DEFAULT 0 NOT NULL,
	"decision_waiting" integer DEFAULT 0 NOT NULL,
	"decision_customers" integer DEFAULT 0 NOT NULL,
	"decision_excluded" integer DEFAULT 0 NOT NULL,
	"decision_faulty" integer DEFAULT 0 NOT NULL,
	"decision_undated" integer DEFAULT 0 NOT NULL,
	"decision_not_a_fit_unqualified" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "lead_counts_team_id_counted_by_month_sample_channel_id_campaign_id_owner_id_pk" PRIMARY KEY("team_id","counted_by","month","sample","channel_id","campaign_id","owner_id"),
	CONSTRAINT "lead_counts_counted_by_check" CHECK ("lead_counts"."counted_by" in ('total', 'channel', 'campaign', 'owner', 'all'))
);
--> statement-breakpoint
CREATE TABLE "opportunity_changes" (
	"team_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"sign" smallint NOT NULL,
	"fault" boolean NOT NULL,
	"credited_channel_id" uuid,
	"credited_campaign_id" uuid,
	"credited_owner_id" uuid,
	"batch_id" uuid,
	"kind" text NOT NULL,
	"opened_day" date,
	"closed_day" date,
	"without_lead" boolean NOT NULL,
	CONSTRAINT "opportunity_changes_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "opportunity_changes_sign_check" CHECK ("opportunity_changes"."sign" in (-1, 1))
);
--> statement-breakpoint
CREATE TABLE "opportunity_counts" (
	"team_id" uuid NOT NULL,
	"counted_by" text NOT NULL,
	"month" date NOT NULL,
	"sample" boolean NOT NULL,
	"channel_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"start_total" integer DEFAULT 0 NOT NULL,
	"start_open" integer DEFAULT 0 NOT NULL,
	"start_won" integer DEFAULT 0 NOT NULL,
	"start_lost" integer DEFAULT 0 NOT NULL,
	"start_without_lead" integer DEFAULT 0 NOT NULL,
	"start_faulty" integer DEFAULT 0 NOT NULL,
	"start_undated" integer DEFAULT 0 NOT NULL,
	"decision_won" integer DEFAULT 0 NOT NULL,
	"decision_lost" integer DEFAULT 0 NOT NULL,
	"decision_without_lead" integer DEFAULT 0 NOT NULL,
	"decision_faulty" integer DEFAULT 0 NOT NULL,
	"decision_undated" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "opportunity_counts_team_id_counted_by_month_sample_channel_id_campaign_id_owner_id_pk" PRIMARY KEY("team_id","counted_by","month","sample","channel_id","campaign_id","owner_id"),
	CONSTRAINT "opportunity_counts_counted_by_check" CHECK ("opportunity_counts"."counted_by" in ('total', 'channel', 'campaign', 'owner', 'all'))
);
--> statement-breakpoint
ALTER TABLE "lead_changes" ADD CONSTRAINT "lead_changes_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_counts" ADD CONSTRAINT "lead_counts_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_changes" ADD CONSTRAINT "opportunity_changes_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_counts" ADD CONSTRAINT "opportunity_counts_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- Each change that a count can see is appended as the image before (-1) and after (+1), so that nobody waits for a counter;
-- folding adds them up later. A trigger, so that no way of writing can forget it.
create function append_lead_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.kind is not null then
    insert into public.lead_changes (team_id, sign, kind, came_in_day, qualified, qualified_day, decided_day, opportunity_kind,
      fault, credited_channel_id, credited_campaign_id, credited_owner_id, batch_id)
    values (old.team_id, -1, old.kind, old.came_in_day, old.qualified, old.qualified_day, old.decided_day, old.opportunity_kind,
      old.fault, old.credited_channel_id, old.credited_campaign_id, old.credited_owner_id, old.batch_id);
  end if;
  if tg_op <> 'DELETE' and new.kind is not null then
    insert into public.lead_changes (team_id, sign, kind, came_in_day, qualified, qualified_day, decided_day, opportunity_kind,
      fault, credited_channel_id, credited_campaign_id, credited_owner_id, batch_id)
    values (new.team_id, 1, new.kind, new.came_in_day, new.qualified, new.qualified_day, new.decided_day, new.opportunity_kind,
      new.fault, new.credited_channel_id, new.credited_campaign_id, new.credited_owner_id, new.batch_id);
  end if;
  return null;
end $$;--> statement-breakpoint
create function append_opportunity_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.kind is not null then
    insert into public.opportunity_changes (team_id, sign, kind, opened_day, closed_day, without_lead, fault,
      credited_channel_id, credited_campaign_id, credited_owner_id, batch_id)
    values (old.team_id, -1, old.kind, old.opened_day, old.closed_day, old.without_lead, old.fault,
      old.credited_channel_id, old.credited_campaign_id, old.credited_owner_id, old.batch_id);
  end if;
  if tg_op <> 'DELETE' and new.kind is not null then
    insert into public.opportunity_changes (team_id, sign, kind, opened_day, closed_day, without_lead, fault,
      credited_channel_id, credited_campaign_id, credited_owner_id, batch_id)
    values (new.team_id, 1, new.kind, new.opened_day, new.closed_day, new.without_lead, new.fault,
      new.credited_channel_id, new.credited_campaign_id, new.credited_owner_id, new.batch_id);
  end if;
  return null;
end $$;--> statement-breakpoint
revoke execute on function append_lead_change(), append_opportunity_change() from public;--> statement-breakpoint
create trigger lead_change_new after insert on leads for each row when (new.kind is not null)
  execute function append_lead_change();--> statement-breakpoint
create trigger lead_change after update on leads for each row
  when ((old.kind, old.came_in_day, old.qualified, old.qualified_day, old.decided_day, old.opportunity_kind, old.fault,
      old.credited_channel_id, old.credited_campaign_id, old.credited_owner_id, old.batch_id)
    is distinct from (new.kind, new.came_in_day, new.qualified, new.qualified_day, new.decided_day, new.opportunity_kind,
      new.fault, new.credited_channel_id, new.credited_campaign_id, new.credited_owner_id, new.batch_id))
  execute function append_lead_change();--> statement-breakpoint
create trigger lead_change_gone after delete on leads for each row when (old.kind is not null)
  execute function append_lead_change();--> statement-breakpoint
create trigger opportunity_change_new after insert on opportunities for each row when (new.kind is not null)
  execute function append_opportunity_change();--> statement-breakpoint
create trigger opportunity_change after update on opportunities for each row
  when ((old.kind, old.opened_day, old.closed_day, old.without_lead, old.fault, old.credited_channel_id,
      old.credited_campaign_id, old.credited_owner_id, old.batch_id)
    is distinct from (new.kind, new.opened_day, new.closed_day, new.without_lead, new.fault, new.credited_channel_id,
      new.credited_campaign_id, new.credited_owner_id, new.batch_id))
  execute function append_opportunity_change();--> statement-breakpoint
create trigger opportunity_change_gone after delete on opportunities for each row when (old.kind is not null)
  execute function append_opportunity_change();--> statement-breakpoint

do $$
declare
  counting_table text;
  same_team constant text := $p$team_id = nullif(current_setting('app.team_id', true), '')::uuid$p$;
begin
  foreach counting_table in array array['lead_changes', 'opportunity_changes', 'lead_counts', 'opportunity_counts'] loop
    execute format('alter table %I enable row level security', counting_table);
    execute format('create policy app_team on %I for all to tofold_app using (%s) with check (%s)',
      counting_table, same_team, same_team);
  end loop;
end $$;--> statement-breakpoint
grant select, insert, delete on lead_changes, opportunity_changes to tofold_app;--> statement-breakpoint
grant select, insert, update on lead_counts, opportunity_counts to tofold_app;--> statement-breakpoint
grant select on lead_changes, opportunity_changes, lead_counts, opportunity_counts to tofold_backup;--> statement-breakpoint

-- The records that are there already are new to the counters.
alter table leads no force row level security;--> statement-breakpoint
alter table opportunities no force row level security;--> statement-breakpoint
insert into lead_changes (team_id, sign, kind, came_in_day, qualified, qualified_day, decided_day, opportunity_kind, fault,
  credited_channel_id, credited_campaign_id, credited_owner_id, batch_id)
select team_id, 1, kind, came_in_day, qualified, qualified_day, decided_day, opportunity_kind, fault, credited_channel_id,
  credited_campaign_id, credited_owner_id, batch_id
from leads where kind is not null;--> statement-breakpoint
insert into opportunity_changes (team_id, sign, kind, opened_day, closed_day, without_lead, fault, credited_channel_id,
  credited_campaign_id, credited_owner_id, batch_id)
select team_id, 1, kind, opened_day, closed_day, without_lead, fault, credited_channel_id, credited_campaign_id,
  credited_owner_id, batch_id
from opportunities where kind is not null;--> statement-breakpoint
alter table leads force row level security;--> statement-breakpoint
alter table opportunities force row level security;--> statement-breakpoint
alter table lead_changes force row level security;--> statement-breakpoint
alter table opportunity_changes force row level security;--> statement-breakpoint
alter table lead_counts force row level security;--> statement-breakpoint
alter table opportunity_counts force row level security;--> statement-breakpoint
-- A queue that is filled and emptied all day, and records of which every move leaves an old version behind.
alter table lead_changes set (autovacuum_vacuum_scale_factor = 0.01);--> statement-breakpoint
alter table opportunity_changes set (autovacuum_vacuum_scale_factor = 0.01);--> statement-breakpoint
alter table leads set (autovacuum_vacuum_scale_factor = 0.01, fillfactor = 85);--> statement-breakpoint
alter table opportunities set (autovacuum_vacuum_scale_factor = 0.01, fillfactor = 85);

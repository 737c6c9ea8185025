CREATE TABLE "open_counts" (
	"team_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"counted_by" text NOT NULL,
	"day" date NOT NULL,
	"sample" boolean NOT NULL,
	"channel_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"start_open" integer DEFAULT 0 NOT NULL,
	"start_qualified_open" integer DEFAULT 0 NOT NULL,
	"start_waiting" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "open_counts_team_id_subject_counted_by_day_sample_channel_id_campaign_id_owner_id_pk" PRIMARY KEY("team_id","subject","counted_by","day","sample","channel_id","campaign_id","owner_id"),
	CONSTRAINT "open_counts_subject_check" CHECK ("open_counts"."subject" in ('lead', 'opportunity')),
	CONSTRAINT "open_counts_counted_by_check" CHECK ("open_counts"."counted_by" in ('total', 'channel', 'campaign', 'owner'))
);
--> statement-breakpoint
ALTER TABLE "open_counts" ADD CONSTRAINT "open_counts_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

alter table open_counts enable row level security;--> statement-breakpoint
create policy app_team on open_counts for all to tofold_app
  using (team_id = nullif(current_setting('app.team_id', true), '')::uuid)
  with check (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
create policy purge_team on open_counts for all to tofold_purge
  using (team_id = nullif(current_setting('app.team_id', true), '')::uuid)
  with check (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on open_counts to tofold_app;--> statement-breakpoint
grant select, delete on open_counts to tofold_purge;--> statement-breakpoint
grant select on open_counts to tofold_backup;--> statement-breakpoint

-- The records that are there already, less what of them still waits to be folded. Their owner sees them only while he is not
-- held to the policies.
alter table leads no force row level security;--> statement-breakpoint
alter table opportunities no force row level security;--> statement-breakpoint
alter table lead_changes no force row level security;--> statement-breakpoint
alter table opportunity_changes no force row level security;--> statement-breakpoint
alter table import_batches no force row level security;--> statement-breakpoint
insert into open_counts (team_id, subject, counted_by, day, sample, channel_id, campaign_id, owner_id,
  start_open, start_qualified_open, start_waiting)
with images as (
  select 1 as sign, team_id, batch_id, kind::text as kind, qualified, opportunity_kind, came_in_day as day,
    credited_channel_id, credited_campaign_id, credited_owner_id
  from leads where kind in ('open', 'qualified', 'not_a_fit')
  union all
  select -sign, team_id, batch_id, kind, qualified, opportunity_kind, came_in_day,
    credited_channel_id, credited_campaign_id, credited_owner_id
  from lead_changes where kind in ('open', 'qualified', 'not_a_fit')
), opens as (
  select 'lead' as subject, *,
    case when not qualified and kind <> 'not_a_fit' then sign else 0 end as open,
    case when qualified and opportunity_kind is distinct from 'lost' then sign else 0 end as qualified_open,
    case when qualified and opportunity_kind = 'lost' and kind <> 'not_a_fit' then sign else 0 end as waiting
  from images
  union all
  select 'opportunity', sign, team_id, batch_id, 'open', false, null, day,
    credited_channel_id, credited_campaign_id, credited_owner_id, sign, 0, 0
  from (
    select 1 as sign, team_id, batch_id, opened_day as day, credited_channel_id, credited_campaign_id, credited_owner_id
    from opportunities where kind = 'open'
    union all
    select -sign, team_id, batch_id, opened_day, credited_channel_id, credited_campaign_id, credited_owner_id
    from opportunity_changes where kind = 'open'
  ) opportunity_images
)
select o.team_id, o.subject, p.counted_by, o.day, coalesce(b.sample, false),
  coalesce(case p.counted_by when 'channel' then o.credited_channel_id end, '00000000-0000-0000-0000-000000000000') as channel,
  coalesce(case p.counted_by when 'campaign' then o.credited_campaign_id end, '00000000-0000-0000-0000-000000000000') as campaign,
  coalesce(case p.counted_by when 'owner' then o.credited_owner_id end, '00000000-0000-0000-0000-000000000000') as owner,
  sum(o.open), sum(o.qualified_open), sum(o.waiting)
from opens o
cross join unnest(array['total', 'channel', 'campaign', 'owner']) as p(counted_by)
left join import_batches b on b.team_id = o.team_id and b.id = o.batch_id
where o.day is not null
group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(o.open) <> 0 or sum(o.qualified_open) <> 0 or sum(o.waiting) <> 0;--> statement-breakpoint
alter table leads force row level security;--> statement-breakpoint
alter table opportunities force row level security;--> statement-breakpoint
alter table lead_changes force row level security;--> statement-breakpoint
alter table opportunity_changes force row level security;--> statement-breakpoint
alter table import_batches force row level security;--> statement-breakpoint
alter table open_counts force row level security;

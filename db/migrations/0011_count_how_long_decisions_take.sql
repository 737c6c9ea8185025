CREATE TABLE "lag_counts" (
	"team_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"sample" boolean NOT NULL,
	"began" date NOT NULL,
	"outcome" text NOT NULL,
	"days" integer NOT NULL,
	"records" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "lag_counts_team_id_decision_began_outcome_days_sample_pk" PRIMARY KEY("team_id","decision","began","outcome","days","sample"),
	CONSTRAINT "lag_counts_decision_check" CHECK ("lag_counts"."decision" in ('lead', 'qualification', 'opportunity')),
	CONSTRAINT "lag_counts_outcome_check" CHECK ("lag_counts"."outcome" in ('open', 'converted', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "lag_counts" ADD CONSTRAINT "lag_counts_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

alter table lag_counts enable row level security;--> statement-breakpoint
create policy app_team on lag_counts for all to tofold_app
  using (team_id = nullif(current_setting('app.team_id', true), '')::uuid)
  with check (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on lag_counts to tofold_app;--> statement-breakpoint
grant select on lag_counts to tofold_backup;--> statement-breakpoint

-- Who deletes a team takes its counters too; the records that he deletes before append their changes in his name.
do $$
declare
  counting_table text;
  same_team constant text := $p$team_id = nullif(current_setting('app.team_id', true), '')::uuid$p$;
begin
  foreach counting_table in array
    array['lead_changes', 'opportunity_changes', 'lead_counts', 'opportunity_counts', 'lag_counts']
  loop
    execute format('create policy purge_team on %I for all to tofold_purge using (%s) with check (%s)',
      counting_table, same_team, same_team);
    execute format('grant select, delete on %I to tofold_purge', counting_table);
  end loop;
end $$;--> statement-breakpoint
grant insert on lead_changes, opportunity_changes to tofold_purge;--> statement-breakpoint

-- The records that are there already, less what of them still waits to be folded. Their owner sees them only while he is not
-- held to the policies.
alter table leads no force row level security;--> statement-breakpoint
alter table opportunities no force row level security;--> statement-breakpoint
alter table lead_changes no force row level security;--> statement-breakpoint
alter table opportunity_changes no force row level security;--> statement-breakpoint
alter table import_batches no force row level security;--> statement-breakpoint
insert into lag_counts (team_id, decision, sample, began, outcome, days, records)
with images as (
  select 1 as sign, team_id, batch_id, kind::text as kind, fault, qualified, qualified_day, decided_day, came_in_day from leads
  where kind is not null
  union all
  select -sign, team_id, batch_id, kind, fault, qualified, qualified_day, decided_day, came_in_day from lead_changes
), opportunity_images as (
  select 1 as sign, team_id, batch_id, kind::text as kind, fault, opened_day, closed_day from opportunities where kind is not null
  union all
  select -sign, team_id, batch_id, kind, fault, opened_day, closed_day from opportunity_changes
), lags as (
  select 'lead' as decision, sign, team_id, batch_id, came_in_day as started,
    case kind when 'customer' then 'converted' when 'not_a_fit' then 'ended' else 'open' end as outcome, decided_day as past
  from images where kind <> 'excluded' and not fault and came_in_day is not null
  union all
  select 'qualification', sign, team_id, batch_id, came_in_day,
    case when qualified or kind = 'customer' then 'converted' when kind = 'not_a_fit' then 'ended' else 'open' end,
    case when qualified then qualified_day else decided_day end
  from images where kind <> 'excluded' and not fault and came_in_day is not null
  union all
  select 'opportunity', sign, team_id, batch_id, opened_day,
    case kind when 'won' then 'converted' when 'lost' then 'ended' else 'open' end, closed_day
  from opportunity_images where kind <> 'excluded' and not fault and opened_day is not null
)
select l.team_id, l.decision, coalesce(b.sample, false),
  case l.outcome when 'open' then l.started else date_trunc('month', l.started)::date end,
  l.outcome, case l.outcome when 'open' then 0 else l.past - l.started end, sum(l.sign)
from lags l
left join import_batches b on b.team_id = l.team_id and b.id = l.batch_id
where l.outcome = 'open' or l.past is not null
group by 1, 2, 3, 4, 5, 6 having sum(l.sign) <> 0;--> statement-breakpoint
alter table leads force row level security;--> statement-breakpoint
alter table opportunities force row level security;--> statement-breakpoint
alter table lead_changes force row level security;--> statement-breakpoint
alter table opportunity_changes force row level security;--> statement-breakpoint
alter table import_batches force row level security;--> statement-breakpoint
alter table lag_counts force row level security;

ALTER TABLE "leads" ADD COLUMN "credited_channel_id" uuid;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "credited_campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "credited_channel_id" uuid;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "credited_campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "without_lead" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_credited_channel_fkey" FOREIGN KEY ("team_id","credited_channel_id") REFERENCES "public"."channels"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_credited_campaign_fkey" FOREIGN KEY ("team_id","credited_campaign_id","credited_channel_id") REFERENCES "public"."campaigns"("team_id","id","channel_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_credited_channel_fkey" FOREIGN KEY ("team_id","credited_channel_id") REFERENCES "public"."channels"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_credited_campaign_fkey" FOREIGN KEY ("team_id","credited_campaign_id","credited_channel_id") REFERENCES "public"."campaigns"("team_id","id","channel_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leads_credited_channel_index" ON "leads" USING btree ("team_id","credited_channel_id","credited_campaign_id");--> statement-breakpoint
CREATE INDEX "opportunities_credited_channel_index" ON "opportunities" USING btree ("team_id","credited_channel_id","credited_campaign_id");--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_credited_campaign_check" CHECK ("leads"."credited_campaign_id" is null or "leads"."credited_channel_id" is not null);--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_credited_campaign_check" CHECK ("opportunities"."credited_campaign_id" is null or "opportunities"."credited_channel_id" is not null);--> statement-breakpoint

-- Records that are there already: what the first standing row of their log says. The owner of the tables sees them only
-- while it is not held to the policies.
alter table leads no force row level security;--> statement-breakpoint
alter table opportunities no force row level security;--> statement-breakpoint
alter table stage_transitions no force row level security;--> statement-breakpoint
update leads l set credited_channel_id = t.channel_id, credited_campaign_id = t.campaign_id
from (
  select distinct on (t.team_id, t.lead_id) t.team_id, t.lead_id, t.channel_id, t.campaign_id
  from stage_transitions t
  where t.subject = 'lead' and t.undoes_id is null
    and not exists (select from stage_transitions u where u.team_id = t.team_id and u.undoes_id = t.id)
  order by t.team_id, t.lead_id, t.seq
) t
where t.team_id = l.team_id and t.lead_id = l.id and l.kind is not null;--> statement-breakpoint
update opportunities o set credited_channel_id = t.channel_id, credited_campaign_id = t.campaign_id
from (
  select distinct on (t.team_id, t.opportunity_id) t.team_id, t.opportunity_id, t.channel_id, t.campaign_id
  from stage_transitions t
  where t.subject = 'opportunity' and t.undoes_id is null
    and not exists (select from stage_transitions u where u.team_id = t.team_id and u.undoes_id = t.id)
  order by t.team_id, t.opportunity_id, t.seq
) t
where t.team_id = o.team_id and t.opportunity_id = o.id and o.kind is not null;--> statement-breakpoint
update opportunities o set without_lead = false
from leads l where l.team_id = o.team_id and l.id = o.lead_id and l.kind <> 'excluded';--> statement-breakpoint
do $$ begin
  assert (select count(*) from leads l where l.kind is not null
    and not exists (select from stage_transitions t where t.team_id = l.team_id and t.lead_id = l.id and t.subject = 'lead')) = 0,
    'a lead without a log';
end $$;--> statement-breakpoint
alter table leads force row level security;--> statement-breakpoint
alter table opportunities force row level security;--> statement-breakpoint
alter table stage_transitions force row level security;--> statement-breakpoint

-- Every column that a count needs, so that reports read the index alone.
drop index leads_counting_index;--> statement-breakpoint
create index leads_counting_index on leads (team_id, came_in_day, id)
  include (kind, qualified, qualified_day, decided_day, opportunity_kind, fault, credited_channel_id, credited_campaign_id,
    credited_owner_id, batch_id);--> statement-breakpoint
drop index opportunities_counting_index;--> statement-breakpoint
create index opportunities_counting_index on opportunities (team_id, opened_day, id)
  include (kind, closed_day, without_lead, fault, credited_channel_id, credited_campaign_id, credited_owner_id, batch_id);

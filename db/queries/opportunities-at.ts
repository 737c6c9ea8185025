import { type SQL, sql } from "drizzle-orm";
import type { TeamDb } from "@/db/scope";
import { isAged, isBefore, isWithin, pointOf } from "./durations";
import type { Past } from "./facts";

/** Opportunities as `moves` and the spans say, or their records, in the columns that counts read. */
export function opportunitiesAt({ teamId }: TeamDb, past: Past): SQL {
  const { kind, closed, isOfAge } = inWindow(past);
  return sql`select r.team_id, r.id, r.batch_id, e.lead_id, o.channel_id, o.campaign_id, s.fault,
      o.channel_id as credited_channel_id, o.campaign_id as credited_campaign_id, w.id is null as without_lead,
      o.occurred_at as opened_at, o.occurred_on as opened_day, o.date_only as opened_date_only,
      ${kind} as kind, case when ${closed} then c.owner_id else e.owner_id end as credited_owner_id,
      case when ${closed} then c.occurred_at end as closed_at, case when ${closed} then c.occurred_on end as closed_day,
      case when ${closed} then c.date_only end as closed_date_only,
      e.to_kind as kind_ever, c.occurred_at as ended_at, c.occurred_on as ended_day, c.date_only as ended_date_only,
      ${isOfAge} as is_of_age, ${winsOf(past)} as wins
    from opportunity_spans s
    join moves o on o.seq = s.first
    join moves e on e.seq = s.last
    left join moves c on c.seq = case e.to_kind when 'won' then s.good when 'lost' then s.bad end
    left join (${LEADS_IN_RATES}) w on w.id = e.lead_id
    join opportunities r on r.team_id = ${teamId} and r.id = s.id
    union all
    select r.team_id, r.id, r.batch_id, r.lead_id, r.credited_channel_id, r.credited_campaign_id, r.fault,
      r.credited_channel_id, r.credited_campaign_id, r.without_lead, r.opened_at, r.opened_day, null,
      r.kind, r.credited_owner_id, r.closed_at, r.closed_day, null,
      r.kind, r.closed_at, r.closed_day, null, true, case when r.kind = 'won' then ${winsOf(past)} else 0 end
    from opportunities r where r.team_id = ${teamId} and r.kind is not null
      and not exists (select 1 from changed c where c.id = coalesce(r.lead_id, r.id))`;
}

/** Leads that are in the rates: an opportunity of another has none. */
const LEADS_IN_RATES = sql`select z.id from lead_spans z join moves l on l.seq = z.last
  where l.to_kind <> 'excluded'`;

function inWindow({ windowDays, at, timeZone }: Past) {
  if (windowDays === null) return { kind: sql`e.to_kind`, closed: sql`c.seq is not null`, isOfAge: sql`true` };
  const [opened, ended] = [pointOf("o"), pointOf("c")];
  const closed = sql`(c.seq is not null and ${isWithin(windowDays, opened, ended, timeZone)})`;
  return {
    closed,
    kind: sql`case when ${closed} then e.to_kind else 'open' end`,
    // What has a fault, or no time, is in no duration.
    isOfAge: sql`(not s.fault and ${isAged(windowDays, opened, at, timeZone)}
      and (c.seq is null or coalesce(not (${isBefore(ended, opened)}), false))) is true`,
  };
}

/** How often it has been won, undone or not: each time made a deal, and the last of these is the live one of a won one. */
function winsOf({ seq }: Past): SQL {
  return sql`(select count(*) from stage_transitions w where w.team_id = r.team_id and w.opportunity_id = r.id
    and w.seq <= ${seq} and w.undoes_id is null and w.to_kind = 'won' and w.from_kind is distinct from 'won')`;
}

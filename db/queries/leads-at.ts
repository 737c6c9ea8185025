import { type SQL, sql } from "drizzle-orm";
import type { TeamDb } from "@/db/scope";
import { isAged, isBefore, isWithin, pointOf } from "./durations";
import type { Past } from "./facts";

/** Leads as `moves`, the spans and the opportunities of then say, or their records, in the columns that counts read. */
export function leadsAt({ teamId }: TeamDb, past: Past): SQL {
  const { kind, decided, qualified, isOfAge, isInWindow } = inWindow(past);
  return sql`select r.team_id, r.id, r.batch_id, o.channel_id, o.campaign_id, s.fault,
      o.channel_id as credited_channel_id, o.campaign_id as credited_campaign_id,
      o.occurred_at as came_in_at, o.occurred_on as came_in_day, ${kind} as kind,
      case when ${decided} then d.owner_id else e.owner_id end as credited_owner_id,
      case when ${decided} then d.occurred_at end as decided_at, case when ${decided} then d.occurred_on end as decided_day,
      ${qualified} as qualified, case when ${qualified} then q.opened_day end as qualified_day,
      q.opportunity_kind, ${isOfAge} as is_of_age
    from lead_spans s
    join moves o on o.seq = s.first
    join moves e on e.seq = s.last
    left join moves g on g.seq = s.good
    left join moves d on d.seq = case e.to_kind when 'customer' then s.good when 'not_a_fit' then s.bad end
    join leads r on r.team_id = ${teamId} and r.id = s.id
    left join (${dealingsOf(isInWindow)}) q on q.lead_id = s.id
    union all
    select r.team_id, r.id, r.batch_id, r.credited_channel_id, r.credited_campaign_id, r.fault,
      r.credited_channel_id, r.credited_campaign_id, r.came_in_at, r.came_in_day, r.kind, r.credited_owner_id,
      r.decided_at, r.decided_day, r.qualified, r.qualified_day, r.opportunity_kind, true
    from leads r where r.team_id = ${teamId} and r.kind is not null
      and not exists (select 1 from changed c where c.id = r.id)`;
}

const CAME_IN = pointOf("o");
const DECIDED = pointOf("d");

/** What a lead's opportunities make of it; whether one was opened no later than the first deal decides whether it is qualified. */
function dealingsOf({ opened, ended }: { readonly opened: SQL; readonly ended: SQL }): SQL {
  const point = pointOf("p", "opened");
  const qualifies = sql`(${isBefore(pointOf("b"), point)}) is not true`;
  const kind = sql`case when ${ended} then p.kind_ever else 'open' end`;
  return sql`select p.lead_id, bool_or(${qualifies}) as qualified,
      min(p.opened_day) filter (where ${qualifies}) as opened_day,
      bool_or(${opened}) filter (where ${qualifies}) as qualified_in_window,
      bool_or((${isBefore(point, pointOf("a"))}) is true) filter (where ${qualifies}) as is_before_start,
      case when bool_or(${kind} = 'won') filter (where ${opened}) then 'won'
        when bool_or(${kind} = 'open') filter (where ${opened}) then 'open'
        when bool_or(${kind} = 'lost') filter (where ${opened}) then 'lost' end as opportunity_kind
    from opportunities p
    join lead_spans z on z.id = p.lead_id
    join moves a on a.seq = z.first
    left join moves b on b.seq = z.good
    group by p.lead_id`;
}

function inWindow({ windowDays, at, timeZone }: Past) {
  if (windowDays === null) {
    return {
      kind: sql`e.to_kind`,
      decided: sql`d.seq is not null`,
      qualified: sql`coalesce(q.qualified, false)`,
      isOfAge: sql`true`,
      isInWindow: { opened: sql`true`, ended: sql`p.kind_ever <> 'open'` },
    };
  }
  const started = pointOf("a");
  const decided = sql`(d.seq is not null and ${isWithin(windowDays, CAME_IN, DECIDED, timeZone)})`;
  // Who became a customer in time was qualified in time, also where only the days are known.
  const qualified = sql`(coalesce(q.qualified, false) and (coalesce(q.qualified_in_window, false)
    or (e.to_kind = 'customer' and ${decided})))`;
  return {
    decided,
    qualified,
    kind: sql`case when e.to_kind = 'excluded' or ${decided} then e.to_kind when ${qualified} then 'qualified' else 'open' end`,
    isOfAge: sql`(not s.fault and ${isAged(windowDays, CAME_IN, at, timeZone)}
      and (d.seq is null or coalesce(not (${isBefore(DECIDED, CAME_IN)}), false))
      and not coalesce(q.is_before_start, false)
      and not (coalesce(q.qualified, false) and q.opened_day is null)) is true`,
    isInWindow: {
      opened: sql`((${isWithin(windowDays, started, pointOf("p", "opened"), timeZone)}) is true)`,
      ended: sql`(p.kind_ever <> 'open' and (${isWithin(windowDays, started, pointOf("p", "ended"), timeZone)}) is true)`,
    },
  };
}

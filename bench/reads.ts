import { findTeam } from "@/db/queries/team";
import type { Database } from "@/db/client";
import { openOperator } from "@/lib/auth/open-operator";
import { asId, type TeamId } from "@/lib/domain/ids";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import type { Period } from "@/lib/domain/period";
import { loadHeldReport } from "@/lib/use-cases/report/load-held-report";
import { TODAY } from "./generate";

/** Twelve whole months to date, as the page opens with. */
export const YEAR: Period = { from: "2025-12-01", to: "2026-12-01" };
/** 90 days, which begin and end inside months. */
export const DAYS_90: Period = { from: "2026-08-18", to: "2026-11-16" };
export const NOW = new Date(`${TODAY}T20:00:00Z`);

export function questionOf(period: Period | null, more: Partial<ReportQuery> = {}): ReportQuery {
  return {
    ...{ period, periodChoice: period === null ? { key: "all" } : { key: "custom", period }, basis: "start" },
    ...{ leadConvertsAt: "customer", channels: [], campaigns: [], owners: [], ...more },
  };
}

/** The real thing: every number of a report, of its channels, campaigns and months, and what they are held against. */
export function ourReport(db: Database, id: string, query: ReportQuery) {
  const teamId = asId<TeamId>(id);
  return openOperator(db, teamId, "read", async (scope) => {
    const team = await findTeam(scope);
    if (team === null) throw new Error("no such team");
    return loadHeldReport({ db: scope, team, now: NOW }, query);
  });
}

/** The same numbers as most tools get them: each widget asks rows for itself, months by `to_char` in the team's zone. */
export function widgetStatements({ from, to }: Period): readonly string[] {
  const [before] = [{ from: minusYear(from), to: minusYear(to) }];
  const local = (column: string) => `(${column} at time zone 'Europe/Oslo')`;
  const within = (column: string, of: Period) => `${local(column)} >= '${of.from}' and ${local(column)} < '${of.to}'`;
  const leads = (key: string, counted: string, of: Period) => `select ${key} as key, ${counted} from leads
    where team_id = $1 and kind is not null and ${within("came_in_at", of)} group by 1`;
  const opportunities = (
    key: string,
    counted: string,
    of: Period,
  ) => `select ${key} as key, ${counted} from opportunities
    where team_id = $1 and kind is not null and ${within("opened_at", of)} group by 1`;
  const groups = {
    leads: ["'all'", "channel_id", "campaign_id", `to_char(${local("came_in_at")}, 'YYYY-MM')`],
    opportunities: ["'all'", "channel_id", "campaign_id", `to_char(${local("opened_at")}, 'YYYY-MM')`],
  };
  const share = (is: string) =>
    `count(*) filter (where ${is}) as hits, count(*) filter (where kind <> 'excluded') as trials`;
  const ofLeads = ["kind = 'customer'", "qualified and kind <> 'excluded'", "not qualified and kind = 'customer'"];
  const ended = (kinds: string, end: string, start: string, table: string) => `select kind in (${kinds}) as decided,
    date_part('day', coalesce(${end}, '${TODAY}'::timestamptz) - ${start})::int as days, count(*) from ${table}
    where team_id = $1 and ${start} >= date_trunc('month', '${TODAY}'::timestamptz - interval '2 years') group by 1, 2`;
  return [
    ...groups.leads.flatMap((key) => ofLeads.map((is) => leads(key, share(is), { from, to }))),
    ...groups.opportunities.map((key) =>
      opportunities(key, "count(*) filter (where kind = 'won'), count(*)", { from, to }),
    ),
    ...groups.leads.slice(0, 2).flatMap((key) => ofLeads.map((is) => leads(key, share(is), before))),
    ...groups.opportunities
      .slice(0, 2)
      .map((key) => opportunities(key, "count(*) filter (where kind = 'won'), count(*)", before)),
    ended("'customer', 'not_a_fit'", "decided_at", "came_in_at", "leads"),
    ended("'qualified', 'customer', 'not_a_fit'", "coalesce(qualified_at, decided_at)", "came_in_at", "leads"),
    ended("'won', 'lost'", "closed_at", "opened_at", "opportunities"),
  ];
}

/** The best that we know of without counters: one scan of the covering index for both periods and all groupings, and the times to a decision. */
export function plainStatements({ from, to }: Period): readonly string[] {
  const scan = (table: "leads" | "opportunities", day: string, counts: readonly string[]) => `
    select is_now, channel, campaign, month, ${counts.map((is, i) => `count(*) filter (where ${is}) as n${i}`).join(", ")}
    from (select *, ${day} >= '${from}' as is_now, credited_channel_id as channel, credited_campaign_id as campaign,
        date_trunc('month', ${day}) as month
      from ${table} where team_id = $1 and kind is not null and ${day} >= '${minusYear(from)}' and ${day} < '${to}') x
    group by grouping sets ((is_now), (is_now, channel), (is_now, campaign), (is_now, month))`;
  const ages = (decided: string, end: string, day: string, table: string) => `select ${decided} as decided,
    case when ${decided} then ${end} else '${TODAY}'::date end - ${day} as days, count(*) from ${table}
    where team_id = $1 and not fault and ${day} >= date_trunc('month', '${TODAY}'::date - interval '2 years') group by 1, 2`;
  return [
    scan("leads", "came_in_day", LEAD_COUNTS),
    scan("opportunities", "opened_day", [
      "true",
      "kind = 'open'",
      "kind = 'won'",
      "kind = 'lost'",
      "without_lead",
      "fault",
    ]),
    ages("kind in ('customer', 'not_a_fit')", "decided_day", "came_in_day", "leads"),
    ages(
      "(qualified or kind in ('customer', 'not_a_fit'))",
      "coalesce(qualified_day, decided_day)",
      "came_in_day",
      "leads",
    ),
    ages("kind in ('won', 'lost')", "closed_day", "opened_day", "opportunities"),
  ];
}

const LEAD_COUNTS = [
  ...["kind <> 'excluded'", "not qualified and kind in ('open', 'qualified')", "not qualified and kind = 'not_a_fit'"],
  ...[
    "not qualified and kind = 'customer'",
    "qualified and kind <> 'excluded'",
    "kind = 'customer'",
    "kind = 'excluded'",
  ],
  ...["qualified and kind <> 'customer' and opportunity_kind is distinct from 'lost'", "fault"],
  "qualified and kind <> 'customer' and opportunity_kind = 'lost'",
];

function minusYear(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

import type { CountedRow } from "@/db/queries/counts";
import type { CountingQuery } from "@/db/queries/counted";
import { type LagCount, listLags } from "@/db/queries/lags";
import type { TeamDb } from "@/db/scope";
import { groupBy } from "@/lib/domain/group-by";
import {
  DECISION_DAYS_DEFAULT,
  DECISION_KINDS,
  type DecisionKind,
  decisionDaysOf,
  isPreliminary,
  wholeDays,
} from "@/lib/domain/metrics/maturity";
import { twoYearsUntil } from "@/lib/domain/metrics/pieces";
import { ratesOf, type Rates, type RatesQuestion } from "@/lib/domain/metrics/rates-of";
import { addDays, type Period } from "@/lib/domain/period";

/** By which age three in four of the team's records are decided. */
export type DecisionDays = Readonly<Record<DecisionKind, number>>;

export interface Ages {
  readonly days: DecisionDays;
  readonly today: string;
}

/** Which rates of a group rest on too many open and young records for a verdict. */
export type YoungRates = (group: CountedRow) => NonNullable<RatesQuestion["preliminary"]>;

/** The team's own times to a decision, of the records of the last 24 months; where nothing can be young nobody asks for them. */
export async function loadDecisionDays(
  db: TeamDb,
  query: Pick<CountingQuery, "leavesSamplesOut" | "past" | "basis" | "windowDays">,
  today: string,
): Promise<DecisionDays> {
  return canBeYoung(query) ? decisionDaysIn(await listTeamLags(db, query, { today, byMonth: false })) : UNASKED;
}

/** What became of the whole team's records of the last 24 months, and after how many days. */
export async function listTeamLags(
  db: TeamDb,
  query: Pick<CountingQuery, "leavesSamplesOut" | "past">,
  { today, byMonth }: { readonly today: string; readonly byMonth: boolean },
): Promise<readonly LagCount[]> {
  const team = { ...query, channels: [], campaigns: [], owners: [] };
  return listLags(db, team, { decisions: DECISION_KINDS, began: twoYearsUntil(today), today, byMonth });
}

/** The times to a decision in these. */
export function decisionDaysIn(lags: readonly LagCount[]): DecisionDays {
  const byDecision = groupBy(lags, ({ decision }) => decision);
  const daysOf = (kind: DecisionKind) =>
    decisionDaysOf(
      (byDecision.get(kind) ?? []).map(({ days, outcome, count }) => ({
        ...wholeDays(days, outcome !== "open"),
        count,
      })),
    );
  return { lead: daysOf("lead"), qualification: daysOf("qualification"), opportunity: daysOf("opportunity") };
}

const UNASKED: DecisionDays = {
  lead: DECISION_DAYS_DEFAULT,
  qualification: DECISION_DAYS_DEFAULT,
  opportunity: DECISION_DAYS_DEFAULT,
};

/** By decision date nothing is open, and in a fixed window nothing is young. */
export function canBeYoung({ basis, windowDays }: Pick<CountingQuery, "basis" | "windowDays">): boolean {
  return basis === "start" && windowDays === undefined;
}

/** Which periods must be counted to know what is young of a question: none where nothing can be. */
export function youngPeriods(query: CountingQuery, { days, today }: Ages): ReadonlyMap<number, Period> {
  if (!canBeYoung(query)) return new Map();
  return new Map(Object.values(days).map((each) => [each, youngest(query.period, each, today)]));
}

/** What is open among the records younger than that, group by group: `counted` are those of `youngPeriods`, by days. */
export function youngRatesOf(
  query: CountingQuery,
  { days }: Ages,
  counted: ReadonlyMap<number, readonly CountedRow[]>,
): YoungRates {
  if (!canBeYoung(query)) return () => ({});
  const rates = new Map(
    [...counted].map(([each, rows]) => [each, new Map(rows.map(({ key, parts }) => [key, ratesOf(parts, query)]))]),
  );
  return ({ key, parts }) => {
    const whole = ratesOf(parts, query);
    const isYoung = (name: keyof Rates, kind: DecisionKind) =>
      isPreliminary(rates.get(days[kind])?.get(key)?.[name]?.open ?? 0, whole[name]?.trials ?? 0);
    return {
      leadConversionRate: isYoung("leadConversionRate", query.leadConvertsAt === "customer" ? "lead" : "qualification"),
      qualificationRate: isYoung("qualificationRate", "qualification"),
      opportunityConversionRate: isYoung("opportunityConversionRate", "opportunity"),
      // Its records are the leads of the period, so its ages are theirs.
      step2: isYoung("step2", "lead"),
    };
  };
}

/** The part of a period whose records are younger than so many days. */
function youngest(period: Period | null, days: number, today: string): Period {
  const from = addDays(today, 1 - days);
  const whole = period ?? { from, to: addDays(today, 1) };
  return { from: from > whole.from ? from : whole.from, to: whole.to };
}

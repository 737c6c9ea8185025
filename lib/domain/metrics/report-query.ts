import type { CampaignId, ChannelId, UserId } from "@/lib/domain/ids";
import { compareWithLastYear, compareWithPrevious, type Period, type PeriodChoice } from "@/lib/domain/period";
import type { Basis, LeadConvertsAt } from "./parts";

/**
 * A moment of the past: what had been recorded by then, or by this number of the log. Ages are of the moment.
 */
export interface AsOf {
  readonly at: Date;
  readonly seq?: number;
}

/** What a report is asked, as one value: the same for its numbers and for the records behind each of them. */
export interface ReportQuery {
  readonly periodChoice: PeriodChoice;
  /** Local dates of the team, half-open; `null` is everything, also what has no date. */
  readonly period: Period | null;
  readonly basis: Basis;
  readonly leadConvertsAt: LeadConvertsAt;
  /** One of these; none given: all. `none` is the unattributed. */
  readonly channels: readonly (ChannelId | "none")[];
  readonly campaigns: readonly (CampaignId | "none")[];
  /** Whom a record is credited to: its owner when it was decided, until then its owner now. */
  readonly owners: readonly (UserId | "none")[];
  /** Absent: now. */
  readonly asOf?: AsOf;
  /** Fixed window: only records at least so old, and of them what happened within as many days. Absent: whenever. */
  readonly windowDays?: number;
  /** What it is held against beside targets. Absent: the period before. */
  readonly compare?: Compare;
}

export const COMPARES = ["prev", "year", "none"] as const;
/** The period before, the same dates one year earlier, or nothing. */
export type Compare = (typeof COMPARES)[number];

/** The period that a question is compared with; `null` where none is asked for, or everything is asked. */
export function comparedPeriod({ periodChoice, compare = "prev" }: ReportQuery, today: string) {
  if (compare === "none") return null;
  const comparison = COMPARED[compare](periodChoice, today);
  return comparison === null ? null : { compare, comparison };
}

const COMPARED = { prev: compareWithPrevious, year: compareWithLastYear } as const;

/** Whether any record could be left out by more than the period. */
export function isFiltered({
  channels,
  campaigns,
  owners,
}: Pick<ReportQuery, "channels" | "campaigns" | "owners">): boolean {
  return channels.length + campaigns.length + owners.length > 0;
}

/** The same question of the dates that two periods share. */
export function narrowPeriod(query: ReportQuery, period: Period): ReportQuery {
  const whole = query.period ?? period;
  const shared = {
    from: whole.from > period.from ? whole.from : period.from,
    to: whole.to < period.to ? whole.to : period.to,
  };
  return { ...query, period: shared, periodChoice: { key: "custom", period: shared } };
}

import { listTargets } from "@/db/queries/targets";
import type { TeamContext } from "@/lib/auth/team-context";
import { allOf } from "@/lib/domain/all-of";
import type { Aim, Before, Held } from "@/lib/domain/diagnosis/report-findings";
import { type Rates, ratesOf } from "@/lib/domain/metrics/rates-of";
import { comparedPeriod, type ReportQuery } from "@/lib/domain/metrics/report-query";
import type { Period } from "@/lib/domain/period";
import type { TargetMetric } from "@/lib/domain/targets";
import { countGroups, type CountedTwice, type Groups, HELD_GROUPINGS } from "./count-groups";
import { type Aged, agedOf } from "./counting-of";
import type { ReportNames } from "./report-names";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** What a report is held against: the targets in force today, and the same question of the period before. */
export async function loadHeld(asker: Asker, query: ReportQuery): Promise<Held> {
  const aged = await agedOf(asker, query);
  const { asked, ages } = aged;
  const period = periodBefore(aged);
  const [targets, groups] = await allOf([
    listTargets(asker.db),
    period === null ? null : countGroups(asker.db, { ...asked, period }, ages, HELD_GROUPINGS),
  ]);
  return heldOf(targets, aged, groups);
}

/** Null where there is none. */
export function periodBefore({ asked, today }: Aged): Period | null {
  return comparedPeriod(asked, today)?.comparison.previous ?? null;
}

type HeldGroups = NonNullable<CountedTwice[1]>;

/** The same once the period before is counted. */
export function heldOf(all: ReportNames["targets"], { asked, today }: Aged, groups: HeldGroups | null): Held {
  const targets = all.filter(({ validFrom }) => validFrom <= today);
  return {
    targetOf: (channel, aim) => {
      const target = targets.find((each) => each.channelId === channel && each.metric === METRICS[aim]);
      return target === undefined ? null : target.rateBp / 10_000;
    },
    before: groups === null ? null : beforeOf(asked, today, groups),
  };
}

function beforeOf(query: ReportQuery, today: string, groups: Pick<HeldGroups, "none" | "channel">): Before | null {
  const compared = comparedPeriod(query, today);
  if (compared === null) return null;
  const ratesBy = ({ rows, young }: Groups): ReadonlyMap<string | null, Rates> =>
    new Map(rows.map((row) => [row.key, ratesOf(row.parts, { ...query, preliminary: young(row) })]));
  const [whole, channels] = [ratesBy(groups.none), ratesBy(groups.channel)];
  const total = whole.get(null);
  return total === undefined ? null : { ...compared, total, channels };
}

const METRICS = {
  step1: "qualification",
  step2: "step2",
  leadConversionRate: "lead-conversion",
  opportunityConversionRate: "opportunity-conversion",
} as const satisfies Record<Aim, TargetMetric>;

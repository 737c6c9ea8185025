import type { CountingQuery } from "@/db/queries/counted";
import { listTargets } from "@/db/queries/targets";
import type { TeamDb } from "@/db/scope";
import type { TeamContext } from "@/lib/auth/team-context";
import type { Aim, Before, Held } from "@/lib/domain/diagnosis/report-findings";
import { type Rates, ratesOf } from "@/lib/domain/metrics/rates-of";
import { comparedPeriod, type ReportQuery } from "@/lib/domain/metrics/report-query";
import type { TargetMetric } from "@/lib/domain/targets";
import { countGroups, type Groups } from "./count-groups";
import { type Aged, agedOf } from "./counting-of";
import type { Ages } from "./young-rates";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** What a report is held against: the targets in force today, and the same question of the period before. */
export async function loadHeld(asker: Asker, query: ReportQuery, aged?: Aged): Promise<Held> {
  const { db } = asker;
  const { asked: counting, today, ages } = aged ?? (await agedOf(asker, query));
  const targets = (await listTargets(db)).filter(({ validFrom }) => validFrom <= today);
  return {
    targetOf: (channel, aim) => {
      const target = targets.find((each) => each.channelId === channel && each.metric === METRICS[aim]);
      return target === undefined ? null : target.rateBp / 10_000;
    },
    before: await loadBefore(db, counting, ages),
  };
}

async function loadBefore(db: TeamDb, counting: CountingQuery, ages: Ages): Promise<Before | null> {
  const compared = comparedPeriod(counting, ages.today);
  if (compared === null) return null;
  const asked = { ...counting, period: compared.comparison.previous };
  const groups = await countGroups(db, asked, ages, ["none", "channel"]);
  const ratesBy = ({ rows, young }: Groups): ReadonlyMap<string | null, Rates> =>
    new Map(rows.map((row) => [row.key, ratesOf(row.parts, { ...counting, preliminary: young(row) })]));
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

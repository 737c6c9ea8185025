import { countEach, type CountQuestion } from "@/db/queries/count-each";
import type { CountedRow } from "@/db/queries/counts";
import type { CountingQuery } from "@/db/queries/counted";
import type { TeamDb } from "@/db/scope";
import type { Grouping } from "@/lib/domain/metrics/grouping";
import { type Ages, type YoungRates, youngPeriods, youngRatesOf } from "./young-rates";

/** The rows of one grouping, and which of their rates are young. */
export interface Groups {
  readonly rows: readonly CountedRow[];
  readonly young: YoungRates;
}

export type GroupsBy<By extends Grouping> = Readonly<Record<By, Groups>>;

/** The records of a question in several groupings, all from one reading. */
export async function countGroups<By extends Grouping>(
  db: TeamDb,
  query: CountingQuery,
  ages: Ages,
  groupings: readonly By[],
): Promise<GroupsBy<By>> {
  const asking = askedOf(query, ages, groupings);
  return asking.groupsOf(await countEach(db, query, asking.questions));
}

/** The same, and of another period too, in the same reading. */
export async function countGroupsTwice<By extends Grouping, Other extends Grouping>(
  db: TeamDb,
  query: CountingQuery,
  ages: Ages,
  groupings: readonly By[],
  other: { readonly period: CountingQuery["period"]; readonly groupings: readonly Other[] },
): Promise<readonly [GroupsBy<By>, GroupsBy<Other>]> {
  const asking = askedOf(query, ages, groupings);
  const also = askedOf({ ...query, period: other.period }, ages, other.groupings);
  const answers = await countEach(db, query, [...asking.questions, ...also.questions]);
  const own = asking.questions.length;
  return [asking.groupsOf(answers.slice(0, own)), also.groupsOf(answers.slice(own))];
}

/** A report's groups, and those of what it is held against. */
export type CountedTwice = readonly [GroupsBy<ReportGrouping>, GroupsBy<HeldGrouping> | null];

/** In which ways a report is counted, and in which the period before it. */
export const REPORT_GROUPINGS = ["none", "channel", "campaign", "month"] as const;
export const HELD_GROUPINGS = ["none", "channel", "month"] as const;
type ReportGrouping = (typeof REPORT_GROUPINGS)[number];
type HeldGrouping = (typeof HELD_GROUPINGS)[number];

type Answers = readonly (readonly CountedRow[])[];

function askedOf<By extends Grouping>(query: CountingQuery, ages: Ages, groupings: readonly By[]) {
  const periods = youngPeriods(query, ages);
  const young = [...periods.values()];
  const questions = groupings.flatMap((by): readonly CountQuestion[] => [
    { period: query.period, by },
    ...young.map((period) => ({ period, by, onlyOpen: true })),
  ]);
  const width = 1 + periods.size;
  const groupsAt = (answers: Answers, place: number): Groups => {
    const [rows = [], ...open] = answers.slice(place * width, (place + 1) * width);
    const counted = new Map([...periods.keys()].map((days, i) => [days, open[i] ?? []]));
    return { rows, young: youngRatesOf(query, ages, counted) };
  };
  return {
    questions,
    groupsOf: (answers: Answers) => asRecord(groupings, (_, place) => groupsAt(answers, place)),
  };
}

/** Holds because every key is given a value. */
function asRecord<K extends string, V>(keys: readonly K[], valueOf: (key: K, place: number) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key, place) => [key, valueOf(key, place)])) as Record<K, V>;
}

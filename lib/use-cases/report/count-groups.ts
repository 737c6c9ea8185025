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

/** The records of a question in several groupings, all from one reading. */
export async function countGroups<By extends Grouping>(
  db: TeamDb,
  query: CountingQuery,
  ages: Ages,
  groupings: readonly By[],
): Promise<Readonly<Record<By, Groups>>> {
  const periods = youngPeriods(query, ages);
  const each = groupings.map((by) => ({
    by,
    questions: [
      { period: query.period, by },
      ...[...periods.values()].map((period): CountQuestion => ({ period, by, onlyOpen: true })),
    ],
  }));
  const answers = await countEach(
    db,
    query,
    each.flatMap(({ questions }) => questions),
  );
  const width = 1 + periods.size;
  const groupsOf = (place: number): Groups => {
    const [rows = [], ...young] = answers.slice(place * width, (place + 1) * width);
    const counted = new Map([...periods.keys()].map((days, i) => [days, young[i] ?? []]));
    return { rows, young: youngRatesOf(query, ages, counted) };
  };
  return asRecord(groupings, (_, place) => groupsOf(place));
}

/** Holds because every key is given a value. */
function asRecord<K extends string, V>(keys: readonly K[], valueOf: (key: K, place: number) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key, place) => [key, valueOf(key, place)])) as Record<K, V>;
}

import { getTableName, type SQL, sql } from "drizzle-orm";
import { COUNTED_TABLES } from "@/db/schema/counted-tables";
import type { CountedBy } from "@/db/schema/counters";
import { groupBy } from "@/lib/domain/group-by";
import type { Basis } from "@/lib/domain/metrics/parts";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import type { Tally } from "./counted";
import { leadTallies } from "./lead-tallies";
import { opportunityTallies } from "./opportunity-tallies";

/** A column of counters, and the tally that it sums. */
export interface Counter extends Tally {
  readonly path: string;
  readonly column: SQL;
}

/** Rows of facts, or of their images: whatever has the columns of the subject's table, named as it. */
export interface Cellular {
  /** Where the rows are that count by this day; null: none do. */
  readonly from: (day: Tally["day"]) => SQL | null;
  readonly where: SQL;
  /** In which month, or piece of one, a row counts by its day. */
  readonly place: (day: NonNullable<Tally["day"]>) => SQL;
  readonly sample: SQL;
  /** Of the rows that a counter counts. */
  readonly sum: (is: SQL) => SQL;
  readonly by: readonly CountedBy[];
}

/** Nobody, and whatever a row does not group by. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

export const BASES = ["start", "decision"] as const satisfies readonly Basis[];

/** The counters of a subject: the parts of a report and nothing else. */
export function countersOf(subject: Subject, bases: readonly Basis[]): readonly Counter[] {
  return bases.flatMap((basis) => {
    const question = { basis, leadConvertsAt: "customer" } as const;
    const tallies = subject === "lead" ? leadTallies(question) : opportunityTallies(question);
    return Object.entries(tallies).flatMap(([path, tally]) =>
      tally && isPart(path) ? [{ ...tally, path, column: sql`${sql.identifier(`${basis}_${snake(path)}`)}` }] : [],
    );
  });
}

/** Rates are divided from parts; these are all that is counted of them. */
export function isPart(path: string): boolean {
  return !path.includes("Rate.") && !path.startsWith("step2.");
}

/** The one definition of what a record adds to which row of counters; used by the fold, the live read and the check. */
export function cellsOf(subject: Subject, counters: readonly Counter[], rows: Cellular): SQL {
  const branches = [...groupBy(counters, ({ day }) => day)].flatMap(([day, own]) => {
    const from = rows.from(day);
    return from === null ? [] : [branchOf(subject, counters, { ...rows, from, day, own: new Set(own) })];
  });
  return sql.join(branches, sql` union all `);
}

interface Branch extends Omit<Cellular, "from"> {
  readonly from: SQL;
  readonly day: Tally["day"];
  readonly own: ReadonlySet<Counter>;
}

/** The cells of all counters that are placed by the same day. */
function branchOf(subject: Subject, counters: readonly Counter[], branch: Branch): SQL {
  const alias = sql.identifier(getTableName(COUNTED_TABLES[subject].records));
  const { day, own, where, from, place, sample, sum, by } = branch;
  const any = sql.join(
    [...own].map(({ is }) => sql`(${is})`),
    sql` or `,
  );
  const month = day === null ? sql`'infinity'::date` : place(day);
  const sums = counters.map((counter) => (own.has(counter) ? sum(counter.is) : sql`0`));
  return sql`select ${COUNTED_BY_MASK} as counted_by, month, sample, coalesce(credited_channel_id, ${NOBODY}) as channel_id,
      coalesce(credited_campaign_id, ${NOBODY}) as campaign_id, coalesce(credited_owner_id, ${NOBODY}) as owner_id,
      ${sql.join(
        sums.map((each, i) => sql`${each} as ${counters[i]?.column}`),
        sql`, `,
      )}
    from (select ${alias}.*, ${month} as month, ${sample} as sample from ${from} where (${any}) and ${where}) as ${alias}
    group by grouping sets (${sql.join(
      by.map((each) => SETS[each]),
      sql`, `,
    )})`;
}

const COUNTED_BY_MASK = sql`case grouping(credited_channel_id, credited_campaign_id, credited_owner_id)
  when 7 then 'total' when 3 then 'channel' when 5 then 'campaign' when 6 then 'owner' else 'all' end`;

const SETS = {
  total: sql`(month, sample)`,
  channel: sql`(month, sample, credited_channel_id)`,
  campaign: sql`(month, sample, credited_campaign_id)`,
  owner: sql`(month, sample, credited_owner_id)`,
  all: sql`(month, sample, credited_channel_id, credited_campaign_id, credited_owner_id)`,
} as const satisfies Record<CountedBy, SQL>;

/** `leads.notAFit` as `not_a_fit`. */
function snake(path: string): string {
  return (path.split(".").at(-1) ?? path).replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

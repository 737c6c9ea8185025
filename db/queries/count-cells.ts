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
  return sql`select ${countedBy(by)} as counted_by, month, sample, ${idIn(by, "channel")}, ${idIn(by, "campaign")},
      ${idIn(by, "owner")},
      ${sql.join(
        sums.map((each, i) => sql`${each} as ${counters[i]?.column}`),
        sql`, `,
      )}
    from (select ${alias}.*, ${month} as month, ${sample} as sample from ${from} where (${any}) and ${where}) as ${alias}
    group by grouping sets (${sql.join(by.map(setOf), sql`, `)})`;
}

/** Which set a row is of. Postgres answers this, and knows a column, only where some set groups by it. */
function countedBy(by: readonly CountedBy[]): SQL {
  const known = DIMENSIONS.filter((dimension) => isKnown(by, dimension));
  if (known.length === 0) return sql`'total'::text`;
  const mask = (each: CountedBy) => known.reduce((bits, one) => 2 * bits + (COLUMNS[each].includes(one) ? 0 : 1), 0);
  const cases = [...new Set(by)].map((each) => sql`when ${mask(each)}::int then ${each}::text`);
  const grouped = known.map((dimension) => sql.identifier(`credited_${dimension}_id`));
  return sql`case grouping(${sql.join(grouped, sql`, `)}) ${sql.join(cases, sql` `)} end`;
}

function idIn(by: readonly CountedBy[], dimension: Dimension): SQL {
  const id = isKnown(by, dimension)
    ? sql`coalesce(${sql.identifier(`credited_${dimension}_id`)}, ${NOBODY})`
    : sql`${NOBODY}::uuid`;
  return sql`${id} as ${sql.identifier(`${dimension}_id`)}`;
}

function isKnown(by: readonly CountedBy[], dimension: Dimension): boolean {
  return by.some((each) => COLUMNS[each].includes(dimension));
}

const DIMENSIONS = ["channel", "campaign", "owner"] as const;
type Dimension = (typeof DIMENSIONS)[number];

const COLUMNS: Readonly<Record<CountedBy, readonly Dimension[]>> = {
  total: [],
  channel: ["channel"],
  campaign: ["campaign"],
  owner: ["owner"],
  all: DIMENSIONS,
};

function setOf(each: CountedBy): SQL {
  const columns = ["month", "sample", ...COLUMNS[each].map((dimension) => `credited_${dimension}_id`)];
  return sql`(${sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  )})`;
}

/** `leads.notAFit` as `not_a_fit`. */
function snake(path: string): string {
  return (path.split(".").at(-1) ?? path).replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

import { getTableName, is, type SQL, sql } from "drizzle-orm";
import { PgColumn } from "drizzle-orm/pg-core";
import { type CountedBy, openCounts } from "@/db/schema/counters";
import { leads, type opportunities } from "@/db/schema/records";
import { COUNTED_TABLES } from "@/db/schema/counted-tables";
import type { TeamDb } from "@/db/scope";
import type { Id } from "@/lib/domain/ids";
import type { Grouping } from "@/lib/domain/metrics/grouping";
import { segmentsOf } from "@/lib/domain/metrics/pieces";
import type { Period } from "@/lib/domain/period";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import { type Cellular, cellsOf, type Counter, countersOf, NOBODY } from "./count-cells";
import { asked, type CountingQuery, type Tally } from "./counted";
import { OPEN_BY, OPEN_PATHS, openCells, startOfSubject } from "./open-cells";
import { monthOf, sumOfSigns } from "./unfolded";

/** Whole months, days that fill none, or what came in on such days and is open. */
export type Source = "months" | "days" | "open";

export interface Piece {
  readonly n: number;
  readonly by: Grouping;
  readonly counted_by: CountedBy;
  readonly source: Source;
  readonly first: string;
  /** Null: to the very end, where stands what counts whatever the period. */
  readonly past: string | null;
}

/**
 * Where cells come from: what is folded, what is not yet, and the records of days that fill no month. Of the past nothing is
 * kept folded, so that months too are counted from what the log gives.
 */
export function sourcesOf(
  db: TeamDb,
  subject: Subject,
  query: CountingQuery,
  pieces: readonly Piece[],
): readonly SQL[] {
  const { records } = COUNTED_TABLES[subject];
  const counters = countersOf(subject, [query.basis]);
  const where = sql`${db.where(records, asked(db, records, query))}`;
  const cells = (source: Source, rows: Pick<Cellular, "from" | "place" | "sum">) =>
    sql`select ${source}::text as source, ${columnsOf(counters)} from (${cellsOf(subject, counters, {
      ...rows,
      where,
      by: waysOf(pieces, source),
      sample: sql`false`,
    })}) as x`;
  const days = segmentsOf(
    pieces.flatMap(({ source, first, past }) =>
      source !== "days" || past === null ? [] : [{ from: first, to: past }],
    ),
  );
  const months =
    query.past === undefined
      ? [
          folded(db, subject, query, pieces),
          cells("months", { from: () => namedChanges(subject), place: monthOf, sum: sumOfSigns }),
        ]
      : [cells("months", { from: () => sql`${records}`, place: monthOf, sum: countOfRecords })];
  const opens = pieces.filter(({ source }) => source === "open");
  return [
    ...months,
    ...(days.length === 0 ? [] : [cells("days", ofDays(records, days))]),
    ...(opens.length === 0 ? [] : opensOf(db, subject, query, opens)),
  ];
}

/** In which ways a source is asked for: days often in fewer than months, and their records are counted once for each. */
function waysOf(pieces: readonly Piece[], source: Source): readonly CountedBy[] {
  return [...new Set(pieces.filter((piece) => piece.source === source).map(({ counted_by }) => counted_by))];
}

function countOfRecords(is: SQL): SQL {
  return sql`count(*) filter (where ${is})`;
}

function columnsOf(counters: readonly Counter[]): SQL {
  const columns = counters.map(({ column }) => column);
  return sql`counted_by, month, channel_id, campaign_id, owner_id, ${sql.join(columns, sql`, `)}`;
}

/** What has no day is not of these days. */
function ofDays(records: typeof leads | typeof opportunities, days: readonly Period[]) {
  const dates = (end: keyof Period) => sql`${`{${days.map((day) => day[end]).join(",")}}`}::date[]`;
  return {
    from: (day: Tally["day"]) =>
      day === null
        ? null
        : sql`${records} join unnest(${dates("from")}, ${dates("to")}) as days(first, past)
            on ${isOfThese(day)}${is(day, PgColumn) ? sql`` : sql` and (${EITHER_DAY})`}`,
    place: () => sql`days.first`,
    sum: countOfRecords,
  };
}

function isOfThese(day: NonNullable<Tally["day"]>): SQL {
  return sql`${day} >= days.first and ${day} < days.past`;
}

/** A lead's day that is one or the other: said besides, so that the index of each can find it. */
const EITHER_DAY = sql`(${isOfThese(leads.qualifiedDay)}) or (${isOfThese(leads.decidedDay)})`;

/** What came in on some days and is open: kept by the day, and what waits to be folded. Only that is known of it. */
function opensOf(db: TeamDb, subject: Subject, query: CountingQuery, pieces: readonly Piece[]): readonly SQL[] {
  const { records } = COUNTED_TABLES[subject];
  const by = OPEN_BY.filter((each) => pieces.some(({ counted_by }) => counted_by === each));
  const within = (day: SQL | PgColumn) =>
    sql`(${sql.join(
      pieces.map(({ first, past }) => sql`${day} >= ${first} and ${day} < ${past}`),
      sql` or `,
    )})`;
  const kept = db.where(
    openCounts,
    sql`subject = ${subject} and counted_by = any(${`{${by.join(",")}}`}::text[])`,
    within(sql`day`),
    query.leavesSamplesOut ? sql`not sample` : undefined,
  );
  const waiting = openCells(subject, {
    from: namedChanges(subject),
    where: sql`${db.where(records, asked(db, records, query))} and ${within(startOfSubject(subject))}`,
    sample: sql`false`,
    sum: sumOfSigns,
    by,
  });
  const columns = sql.join(
    countersOf(subject, [query.basis]).map(({ path, column }) => (OPEN_PATHS.includes(path) ? column : sql`0`)),
    sql`, `,
  );
  const select = sql`select 'open' as source, counted_by, month, channel_id, campaign_id, owner_id, ${columns}`;
  return [
    sql`${select} from (select *, day as month from ${openCounts} where ${kept}) as opens`,
    sql`${select} from (${waiting}) as x`,
  ];
}

/** Changes in the columns of the records that they are of. */
function namedChanges(subject: Subject): SQL {
  const { records, changes } = COUNTED_TABLES[subject];
  return sql`${changes} as ${sql.identifier(getTableName(records))}`;
}

function folded(db: TeamDb, subject: Subject, query: CountingQuery, pieces: readonly Piece[]): SQL {
  const { counts } = COUNTED_TABLES[subject];
  const by = waysOf(pieces, "months");
  const whole = pieces.filter(({ source, first }) => source === "months" && first !== "infinity");
  const [first] = whole.map((piece) => piece.first).toSorted();
  const conditions = [
    db.where(counts),
    sql`counted_by = any(${`{${by.join(",")}}`}::text[])`,
    sql`(month >= ${first ?? "infinity"}::date or month = 'infinity')`,
    ...(query.leavesSamplesOut ? [sql`not sample`] : []),
    ...[among("channel_id", query.channels), among("campaign_id", query.campaigns), among("owner_id", query.owners)],
  ];
  return sql`select 'months' as source, ${columnsOf(countersOf(subject, [query.basis]))} from ${counts}
    where ${sql.join(conditions, sql` and `)}`;
}

function among(column: string, wanted: readonly (Id<string> | "none")[]): SQL {
  if (wanted.length === 0) return sql`true`;
  const ids = wanted.map((id) => (id === "none" ? NOBODY : id));
  return sql`${sql.identifier(column)} = any(${`{${ids.join(",")}}`}::uuid[])`;
}

import { type SQL, sql } from "drizzle-orm";
import type { CountedBy } from "@/db/schema/counters";
import type { TeamDb } from "@/db/scope";
import { groupBy } from "@/lib/domain/group-by";
import type { Grouping } from "@/lib/domain/metrics/grouping";
import { isFiltered } from "@/lib/domain/metrics/report-query";
import { piecesOf } from "@/lib/domain/metrics/pieces";
import type { Period } from "@/lib/domain/period";
import { SUBJECTS, type Subject } from "@/lib/domain/pipeline/kinds";
import { type Counter, countersOf, NOBODY } from "./count-cells";
import { type Piece, type Source, sourcesOf } from "./count-sources";
import type { CountingQuery } from "./counted";
import { factsFirst } from "./facts";
import { OPEN_PATHS } from "./open-cells";
import { type CountedRow, countParts, partsOf } from "./counts";

/** One of several questions that differ in no more than this. */
export interface CountQuestion {
  readonly period: Period | null;
  readonly by: Grouping;
  /** Nothing else is counted: enough to know what is young, and kept by the day. */
  readonly onlyOpen?: boolean;
}

/**
 * What `countParts` answers to each question, all of them from one reading: whole months from the counters and from what waits
 * to be folded into them, days that fill no month from the records. Of the past all of it is counted from the log, read once.
 */
export async function countEach(
  db: TeamDb,
  query: CountingQuery,
  questions: readonly CountQuestion[],
): Promise<readonly (readonly CountedRow[])[]> {
  if (questions.length === 0) return [];
  if (questions.some(({ by }) => by === "week")) return countOneByOne(db, query, questions);
  const byQuestion = groupBy(await readCounters(db, query, questions), ({ question }) => question);
  return questions.map((question, i) => rowsOf(byQuestion.get(i) ?? [], query, question));
}

async function countOneByOne(db: TeamDb, query: CountingQuery, questions: readonly CountQuestion[]) {
  const answers = [];
  for (const { period, by } of questions) answers.push(await countParts(db, { ...query, period }, by));
  return answers;
}

interface Sums {
  readonly question: number;
  readonly key: string | null;
  readonly counts: Readonly<Record<string, number>>;
}

/** A group in which nothing counts is left out, but not the whole itself. */
function rowsOf(
  all: readonly Sums[],
  { basis }: CountingQuery,
  { by, onlyOpen = false }: CountQuestion,
): readonly CountedRow[] {
  const sums = onlyOpen ? all.map(openOf) : all;
  const counted = sums.filter(({ counts }) => Object.values(counts).some((count) => count > 0));
  const keys = new Set([...counted.map(({ key }) => key), ...(by === "none" ? [null] : [])]);
  const ofKey = groupBy(counted, ({ key }) => key);
  return [...keys].map((key) => {
    const counts: Readonly<Record<string, number>> = Object.assign(
      {},
      ...(ofKey.get(key) ?? []).map((one) => one.counts),
    );
    return { key, parts: partsOf((path) => counts[path] ?? 0, basis) };
  });
}

function openOf({ counts, ...sums }: Sums): Sums {
  return { ...sums, counts: Object.fromEntries(Object.entries(counts).filter(([path]) => OPEN_PATHS.includes(path))) };
}

/** Both subjects in one statement, so that of the past the log is replayed once for all of them. */
async function readCounters(db: TeamDb, query: CountingQuery, questions: readonly CountQuestion[]) {
  const pieces = inFewestWays(questions.flatMap((question, n) => piecesFor(question, n, query)));
  const of = { lead: countersOf("lead", [query.basis]), opportunity: countersOf("opportunity", [query.basis]) };
  const cells = SUBJECTS.map((subject) => {
    const sources = sql.join([...sourcesOf(db, subject, query, pieces)], sql` union all `);
    return sql`${sql.identifier(`${subject}_cells`)} as materialized (${sources})`;
  });
  const sums = SUBJECTS.map((subject) => sql`(${sumsOf(subject, of[subject])})`);
  const rows = await db.tx.execute<{ subject: Subject; n: number; key: string | null; counts: string }>(sql`
    with ${factsFirst(db, query.past)}${sql.join(cells, sql`, `)}, questions as (
      select * from jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb)
        as q(n int, by text, counted_by text, source text, first date, past date))
    ${sql.join(sums, sql` union all `)}`);
  return rows.map(({ subject, n, key, counts }): Sums => {
    const numbers = counts.split(" ").map(Number);
    const named = of[subject].map(({ path }, i) => [path, numbers[i] ?? 0] as const);
    return { question: n, key: key === NOBODY ? null : key, counts: Object.fromEntries(named) };
  });
}

/** A subject's rows, all their counts in one text: a row of few columns is quickly read. */
function sumsOf(subject: Subject, counters: readonly Counter[]): SQL {
  const sums = sql.join(
    counters.map(({ column }) => sql`sum(${column})`),
    sql`, `,
  );
  return sql`select ${subject}::text as subject, q.n, ${KEY} as key, concat_ws(' ', ${sums}) as counts
    from questions q join ${sql.identifier(`${subject}_cells`)} c on c.counted_by = q.counted_by and c.source = q.source
      and c.month >= q.first and (q.past is null or c.month < q.past)
    group by 2, 3`;
}

const KEY = sql`case q.by when 'channel' then c.channel_id::text when 'campaign' then c.campaign_id::text
  when 'owner' then c.owner_id::text when 'none' then null
  else case when isfinite(c.month) then to_char(c.month, case q.by when 'month' then 'YYYY-MM' else 'YYYY"-Q"Q' end) end end`;

function piecesFor({ period, by, onlyOpen }: CountQuestion, n: number, query: CountingQuery): readonly Piece[] {
  const filtered = isFiltered(query);
  const own = { n, by, counted_by: filtered ? "all" : PARTED[by] } as const;
  const source: Source = onlyOpen === true && !filtered && query.past === undefined ? "open" : "days";
  if (period === null) return [{ ...own, source: "months", first: "-infinity", past: null }];
  const { months, days } = piecesOf(period);
  const ofMonths = { ...own, source: "months" } as const;
  return [
    { ...ofMonths, first: "infinity", past: null },
    ...(months ? [{ ...ofMonths, first: months.from, past: months.to }] : []),
    ...days.map(({ from, to }) => ({ ...own, source, first: from, past: to })),
  ];
}

/** The records of odd days are counted once where that is enough: the whole is its channels together. */
function inFewestWays(pieces: readonly Piece[]): readonly Piece[] {
  const isOfDays = (way: CountedBy, { source, counted_by }: Piece) => source === "days" && counted_by === way;
  if (!pieces.some((piece) => isOfDays("channel", piece))) return pieces;
  return pieces.map((piece) => (isOfDays("total", piece) ? { ...piece, counted_by: "channel" } : piece));
}

const PARTED = {
  none: "total",
  month: "total",
  quarter: "total",
  week: "total",
  channel: "channel",
  campaign: "campaign",
  owner: "owner",
} as const satisfies Record<Grouping, CountedBy>;

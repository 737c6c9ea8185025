import { eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { stageTransitions } from "@/db/schema/log";
import { leads, opportunities } from "@/db/schema/records";
import { sameTeam, type TeamDb } from "@/db/scope";
import { allOf } from "@/lib/domain/all-of";
import { asId, type StageId } from "@/lib/domain/ids";
import { countedOf, type CountingQuery, type Tally } from "./counted";
import { factsOf } from "./facts";
import { leadTallies } from "./lead-tallies";
import { ALL, type Channel, type OfChannel, rowsOf } from "./of-channels";
import { opportunityTallies } from "./opportunity-tallies";
import { isStanding } from "./standing";

/** Visits to a stage alike in their length. */
export interface VisitSpan {
  readonly stage: StageId;
  readonly isOver: boolean;
  /** Between the local days of its ends. */
  readonly days: number;
  /** By the clock it ended later in the day than it began (1), earlier (-1), or that is not known (0). */
  readonly clock: number;
  readonly visits: number;
}

interface Moment {
  readonly at: Date;
  readonly today: string;
  readonly timeZone: string;
}

/**
 * Every visit to a stage of the records that began in the period, open ones as old as they are at a moment. Any exit ends a
 * visit, coming back begins another; those without known or possible dates have no length.
 */
export async function listVisits(db: TeamDb, query: CountingQuery, moment: Moment): Promise<readonly VisitSpan[]> {
  return rowsOf(await list(db, query, moment, () => ALL));
}

/** The same of each channel. */
export async function listVisitsOfChannels(
  db: TeamDb,
  query: CountingQuery,
  moment: Moment,
): Promise<readonly (VisitSpan & OfChannel)[]> {
  return list(db, query, moment, ({ creditedChannelId }) => sql`${creditedChannelId}`);
}

type ChannelOf = (table: Records["table"]) => Channel;

async function list(db: TeamDb, query: CountingQuery, moment: Moment, channelOf: ChannelOf) {
  const asked = { ...query, basis: "start" } as const;
  const spans = await allOf([
    spansOf(db, { table: leads, tally: leadTallies(asked)["leads.total"] }, asked, { ...moment, channelOf }),
    spansOf(db, { table: opportunities, tally: opportunityTallies(asked)["opportunities.total"] }, asked, {
      ...moment,
      channelOf,
    }),
  ]);
  return spans.flat();
}

type Records =
  | { readonly table: typeof leads; readonly tally: Tally | null }
  | { readonly table: typeof opportunities; readonly tally: Tally | null };

async function spansOf(
  db: TeamDb,
  records: Records,
  query: CountingQuery,
  { channelOf, ...moment }: Moment & { readonly channelOf: ChannelOf },
) {
  const stays = staysOf(db, records, query, channelOf(records.table));
  const rows = await db.tx
    .select({
      stage: stays.stage,
      isOver: sql<boolean>`left_seq is not null`,
      days: daysOf(moment),
      clock: clockOf(moment),
      channel: stays.channel,
      visits: sql<number>`count(*)`.mapWith(Number),
    })
    .from(stays)
    .groupBy(sql`1`, sql`2`, sql`3`, sql`4`, sql`5`);
  return rows.flatMap(({ stage, days: spent, ...row }) =>
    stage === null || spent === null || spent < 0 || (spent === 0 && row.clock < 0)
      ? []
      : [{ ...row, stage: asId<StageId>(stage), days: spent }],
  );
}

/**
 * The rows that brought a record into a stage, each with the row that brought it on. Only of the records asked for, so that
 * no others are put in order.
 */
function staysOf(db: TeamDb, { table, tally }: Records, query: CountingQuery, channel: Channel) {
  const t = stageTransitions;
  const [subject, record] =
    table === leads ? (["lead", t.leadId] as const) : (["opportunity", t.opportunityId] as const);
  const next = (column: PgColumn) => sql`lead(${column}) over (partition by ${record} order by ${t.seq})`;
  const isMove = sql`${t.fromStageId} is distinct from ${t.toStageId}`;
  return factsOf(db, query.past)
    .select({
      stage: sql<string | null>`${t.toStageId}`.as("stage"),
      channel: channel.as("channel"),
      cameAt: sql`${t.occurredAt}`.as("came_at"),
      cameOn: sql`${t.occurredOn}`.as("came_on"),
      cameDay: sql`${t.dateOnly}`.as("came_day"),
      leftSeq: next(t.seq).as("left_seq"),
      leftAt: next(t.occurredAt).as("left_at"),
      leftOn: next(t.occurredOn).as("left_on"),
      leftDay: next(t.dateOnly).as("left_day"),
    })
    .from(t)
    .innerJoin(table, sameTeam(table, t, eq(table.id, record)))
    .where(db.where(t, eq(t.subject, subject), isMove, isStanding(db, query.past), countedOf(db, table, query, tally)))
    .as("stays");
}

function daysOf({ today }: Moment): SQL<number | null> {
  return sql<number | null>`case when left_seq is null then ${today}::date else left_on end - came_on`;
}

/** Where both ends are moments; a day alone has no clock. */
function clockOf({ at, timeZone }: Moment): SQL<number> {
  const clock = (moment: SQL) => sql`(${moment} at time zone ${timeZone})::time`;
  const left = sql`(case when left_seq is null then ${at.toISOString()}::timestamptz else left_at end)`;
  return sql<number>`case when came_day or coalesce(left_day, false) or came_at is null or ${left} is null then 0
    when ${clock(left)} > ${clock(sql`came_at`)} then 1 when ${clock(left)} < ${clock(sql`came_at`)} then -1 else 0 end`;
}

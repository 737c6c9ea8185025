import fc from "fast-check";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SQL, sql } from "drizzle-orm";
import { leadsCounted, opportunitiesCounted } from "@/db/queries/counted";
import { countLost } from "@/db/queries/lost-at";
import { leads, opportunities } from "@/db/schema/records";
import { type HistoryTeam, play } from "@/db/testing/history";
import { importPast } from "@/db/testing/import-act";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { TeamContext } from "@/lib/auth/team-context";
import { LEADS_COUNTED, OPPORTUNITIES_COUNTED } from "@/lib/domain/metrics/counted";
import type { Maturation } from "@/lib/domain/metrics/maturation";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { RatesAnswer } from "@/lib/domain/metrics/rates-answer";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { loadRates } from "./load-rates";
import { countingOf } from "./counting-of";
import { loadHeld } from "./load-held";
import { loadMaturation } from "./load-maturation";
import { loadReach } from "./load-reach";
import { loadTime, loadVisits } from "./load-time";
import { listOpenStages } from "./open-stages";
import { CELL, CELLS, type Cell, type Choices, HISTORIES_EACH, lives, queryOf } from "./testing/oracle-questions";
import { ask } from "./testing/oracle/ask";
import { moment } from "./testing/oracle/clock";
import { lostAt, reached, times, visits } from "./testing/oracle/journeys";
import { matured } from "./testing/oracle/matured";
import { printed, tallies } from "./testing/oracle/compare";
import type { LogRow, Question } from "./testing/oracle/rows";
import { preliminary } from "./testing/oracle/young";

let database: TestDatabase;
let admin: Sql;
let desk: ReturnType<typeof teamDesk>;

beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  desk = teamDesk(database.db);
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const TEAMS = 100;
const STARTS_AT = new Date("2026-06-15T10:00:00Z");
// Of half and quarter hours too, on both sides of the date line, with and without summer time.
const ZONES = ["Europe/Oslo", "Asia/Kolkata", "Pacific/Chatham", "America/St_Johns"] as const;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

it(`${TEAMS * HISTORIES_EACH} histories, whatever happened in them: every number is the oracle's, and opens exactly its records`, async () => {
  const answers: string[] = [];
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      const team = await newTeam(asked / HISTORIES_EACH);
      const told: RatesAnswer[] = [];
      for (const [nth, { history, choice }] of life.entries()) {
        const startsAt = new Date(STARTS_AT.getTime() + nth * 31 * DAY_MS);
        answers.push(...(await play({ desk, admin }, team, history, { startsAt })));
        const cell = CELLS[asked % CELLS.length] ?? CELL;
        told.push(await expectOracles(team, { ...choice, ...cell }));
        asked += 1;
      }
      await expectToldAgain(team, told[asked % (HISTORIES_EACH - 1)]);
    }),
    { numRuns: TEAMS, endOnFailure: true },
  );
  expect(asked).toBe(TEAMS * HISTORIES_EACH);
  expect(answers.filter((answer) => answer === "done").length).toBeGreaterThan(700);
}, 600_000);

/** In each of the zones in turn; every fifth knows from its past how long its decisions take. */
async function newTeam(nth: number): Promise<HistoryTeam> {
  const timeZone = ZONES[nth % ZONES.length] ?? ZONES[0];
  const { teamId, owner } = await desk.newTeam({ timeZone });
  await admin`insert into campaigns (team_id, id, channel_id, name, name_norm)
    select team_id, gen_random_uuid(), id, 'K', 'k' from channels where team_id = ${teamId} order by position limit 2`;
  if (nth % 5 === 0) await importPast((work) => desk.as(teamId, owner, work, STARTS_AT));
  return { teamId, owner, member: await desk.newMember(teamId, "member") };
}

async function expectOracles(team: HistoryTeam, asked: Choices & Cell): Promise<RatesAnswer> {
  const log = await readLog(team);
  const end = log.at(-1);
  const now = new Date((end?.recordedAt ?? STARTS_AT).getTime() + HOUR_MS);
  const heard = log[Math.floor(asked.heard * log.length)] ?? end;
  const query = queryOf(asked, log, heard);
  return desk.as(
    team.teamId,
    team.owner,
    async (ctx) => {
      const answer = await loadRates(ctx, { report: query, groupBy: asked.by });
      expect(log.filter((row) => !isOfItsDay(row, ctx.team.timeZone))).toEqual([]);
      const question = questionOf(ctx, query, { log, seq: answer.seq, at: answer.asOf });
      expect(printed([{ ...answer.total, key: null }])).toEqual(expectedOf(log, question, "none"));
      expect(printed(answer.rows)).toEqual(expectedOf(log, question, asked.by));
      const row = answer.rows[asked.nth % Math.max(answer.rows.length, 1)] ?? answer.total;
      if (asked.nth % 2 === 0) await expectBefore(ctx, query, log, question);
      if (!asked.isWindow) await expectJourneys(ctx, query, log, question);
      await expectLists(ctx, row.query ?? query, { log, seq: answer.seq, at: answer.asOf }, asked);
      return answer;
    },
    now,
  );
}

/** The rates of the period that it is held against, in all and by channel, from the same moment of the log. */
async function expectBefore(ctx: TeamContext, query: ReportQuery, log: readonly LogRow[], question: Question) {
  const { before } = await loadHeld(ctx, query);
  if (before === null) return;
  const period = before.comparison.previous;
  const ratesOf = (by: "none" | "channel") =>
    expectedOf(log, { ...question, period }, by).filter((cell) => /^\S+ (\w+Rate|step2)\./.test(cell));
  expect(printed([{ key: null, parts: {}, rates: before.total }])).toEqual(ratesOf("none"));
  const channels = [...before.channels].map(([key, rates]) => ({ key, parts: {}, rates }));
  expect(printed(channels)).toEqual(ratesOf("channel"));
}

/** How far leads got, where opportunities were lost, how long both stood in each stage, and how months matured. */
async function expectJourneys(ctx: TeamContext, query: ReportQuery, log: readonly LogRow[], question: Question) {
  const answer = ask(log, question);
  const counting = await countingOf(ctx, query);
  const stages = await listOpenStages(ctx.db);
  const lost = (await countLost(ctx.db, counting.asked)).map((cell) => `${cell.stage} ${cell.reason}: ${cell.lost}`);
  expect(lost.toSorted()).toEqual(lostAt(log, question, answer));
  const all = visits(log, question, ask(log, { ...question, basis: "start" }));
  const visited = (await loadVisits(ctx, counting)).flatMap(({ stage, time, event, count }) =>
    Array.from({ length: count }, () => visitText({ stage, days: time, isOver: event })),
  );
  expect(visited.toSorted()).toEqual(all.map(visitText).sort());
  const spent = (await loadTime(ctx, query)).map(({ stage: { key }, visits, completed, medianDays, stuck }) => ({
    ...{ key, visits, completed, medianDays, stuck },
  }));
  expect(spent).toEqual(times(all, stages));
  const reach = await loadReach(ctx, query);
  if (reach === null) return;
  expect(reach.steps.map(({ rate }) => rate.hits)).toEqual(reached(log, question, answer, stages));
  const maturation = await loadMaturation(ctx, query);
  const expected = matured(log, question, answer);
  expect(monthsOf(maturation?.lead)).toEqual(expected.lead);
  expect(monthsOf(maturation?.opportunity)).toEqual(expected.opportunity);
}

function monthsOf(maturation: Maturation | undefined): readonly string[] | undefined {
  const textOf = (cell: Rate | null) => cell?.hits ?? "-";
  return maturation?.rows.map(({ month, count, cells }) => [month, count, ...cells.map(textOf)].join(" "));
}

function visitText({ stage, days, isOver }: ReturnType<typeof visits>[number]): string {
  return `${stage} ${isOver ? "over after" : "open for"} ${days}`;
}

function isOfItsDay({ occurredAt, occurredOn }: LogRow, zone: string): boolean {
  return occurredOn === (occurredAt === null ? null : moment(occurredAt, zone).occurredOn);
}

/** What the oracle says, as `printed` says what the product does. */
function expectedOf(log: readonly LogRow[], question: Question, by: Cell["by"]): readonly string[] {
  const answer = ask(log, question);
  return [...tallies(answer, by), ...preliminary(log, question, answer, by)].sort();
}

/** Whatever has happened since, asked with its number of the log an answer is the same to the last digit; names are today's. */
async function expectToldAgain({ teamId, owner }: HistoryTeam, told: RatesAnswer | undefined): Promise<void> {
  if (told === undefined) throw new Error("nothing was told");
  const report = { ...told.query, asOf: { at: told.asOf, seq: told.seq } };
  const again = await desk.as(teamId, owner, (ctx) => loadRates(ctx, { report, groupBy: told.groupBy }));
  expect(asText(again)).toBe(asText(told));
}

function asText(answer: RatesAnswer): string {
  return JSON.stringify(answer, (field, value: unknown) => (["query", "name"].includes(field) ? undefined : value));
}

interface Known {
  readonly log: readonly LogRow[];
  readonly seq: number;
  readonly at: Date;
}

function questionOf({ team }: TeamContext, query: ReportQuery, { seq, at }: Known): Question {
  return { ...query, seq, at, timeZone: team.timeZone, windowDays: query.windowDays ?? null };
}

/** Every list at once; of a past, where each reads the log anew, two of them. */
async function expectLists(
  ctx: TeamContext,
  query: ReportQuery,
  known: Known,
  { nth, isPast, isWindow }: Choices & Cell,
) {
  const oracles = ask(known.log, questionOf(ctx, query, known));
  const { asked } = await countingOf(ctx, query);
  const some = <T>(paths: readonly T[]) => (isPast || isWindow ? paths.filter((_, i) => i % 10 === nth) : paths);
  const ofLeads = some(LEADS_COUNTED).map((path) => [path, leadsCounted(ctx.db, path, asked)] as const);
  const ofOpportunities = some(OPPORTUNITIES_COUNTED).map(
    (path) => [path, opportunitiesCounted(ctx.db, path, asked)] as const,
  );
  const lists = {
    ...(await idsBehind(ctx, leads, ofLeads)),
    ...(await idsBehind(ctx, opportunities, ofOpportunities)),
  };
  for (const [path, ids] of Object.entries(lists)) {
    expect([path, ids]).toEqual([path, (oracles[path] ?? []).map(({ id }) => id).toSorted()]);
  }
}

async function idsBehind(
  { db }: TeamContext,
  table: typeof leads | typeof opportunities,
  conditions: readonly (readonly [string, SQL])[],
) {
  if (conditions.length === 0) return {};
  const flags = Object.fromEntries(
    conditions.map(([path, condition]) => [path, sql<boolean>`coalesce(${condition}, false)`]),
  );
  const rows = await db.tx
    .select({ id: table.id, ...flags })
    .from(table)
    .where(db.where(table));
  const listed = (path: string) =>
    rows
      .filter((row: Readonly<Record<string, unknown>>) => row[path] === true)
      .map(({ id }) => String(id))
      .toSorted();
  return Object.fromEntries(conditions.map(([path]) => [path, listed(path)]));
}

async function readLog({ teamId }: HistoryTeam): Promise<readonly LogRow[]> {
  return admin<LogRow[]>`
    select id, seq::int as seq, recorded_at as "recordedAt", subject, lead_id as "leadId", opportunity_id as "opportunityId",
      from_kind as "fromKind", to_kind as "toKind", from_stage_id as "fromStageId", to_stage_id as "toStageId",
      lost_reason_id as "lostReasonId", channel_id as "channelId", campaign_id as "campaignId",
      owner_id as "ownerId", occurred_at as "occurredAt", occurred_on::text as "occurredOn", date_only as "dateOnly",
      undoes_id as "undoesId"
    from stage_transitions where team_id = ${teamId} order by seq`;
}

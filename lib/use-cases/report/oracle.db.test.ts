import fc from "fast-check";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SQL, sql } from "drizzle-orm";
import { leadsCounted, opportunitiesCounted } from "@/db/queries/counted";
import { leads, opportunities } from "@/db/schema/records";
import { act, type HistoryTeam, play } from "@/db/testing/history";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { TeamContext } from "@/lib/auth/team-context";
import { asId, type CampaignId, type ChannelId, type Id, type UserId } from "@/lib/domain/ids";
import { GROUPINGS, type Grouping } from "@/lib/domain/metrics/grouping";
import { LEADS_COUNTED, OPPORTUNITIES_COUNTED } from "@/lib/domain/metrics/counted";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { loadRates } from "./load-rates";
import { countingOf } from "./counting-of";
import { ask } from "./testing/oracle/ask";
import { printed, tallies } from "./testing/oracle/compare";
import type { LogRow, Question } from "./testing/oracle/rows";

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

const TEAMS = Number(process.env.N ?? 100);
const HISTORIES_EACH = 5;
const STARTS_AT = new Date("2026-06-15T10:00:00Z");
const DAY_MS = 86_400_000;

it(`${TEAMS * HISTORIES_EACH} histories, whatever happened in them: every number is the oracle's, and opens exactly its records`, async () => {
  let asked = 0;
  const t = { team: 0, play: 0, ask: 0 };
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      const a = performance.now();
      const team = await newTeam();
      t.team += performance.now() - a;
      for (const [nth, { history, choice }] of life.entries()) {
        const b = performance.now();
        await play({ desk, admin }, team, history, { startsAt: new Date(STARTS_AT.getTime() + nth * 31 * DAY_MS) });
        const c = performance.now();
        await expectOracles(team, { ...choice, ...(CELLS[asked % CELLS.length] ?? CELL) });
        t.play += c - b;
        t.ask += performance.now() - c;
        asked += 1;
      }
    }),
    { numRuns: TEAMS },
  );
  console.info(asked, t);
}, 600_000);

interface Cell {
  readonly by: Grouping;
  readonly basis: "start" | "decision";
  readonly leadConvertsAt: "customer" | "opportunity";
  readonly isPast: boolean;
  readonly isWindow: boolean;
}
const CELL: Cell = { by: "none", basis: "start", leadConvertsAt: "customer", isPast: false, isWindow: false };
const BOTH = [false, true];
const CELLS: readonly Cell[] = GROUPINGS.flatMap((by) =>
  (["start", "decision"] as const).flatMap((basis) =>
    (["customer", "opportunity"] as const).flatMap((leadConvertsAt) =>
      BOTH.flatMap((isPast) => BOTH.map((isWindow) => ({ by, basis, leadConvertsAt, isPast, isWindow }))),
    ),
  ),
);

const choices = fc.record({
  period: fc.constantFrom(
    null,
    null,
    { from: "2026-06-01", to: "2026-12-01" },
    { from: "2026-10-01", to: "2026-11-11" },
    { from: "2025-12-31", to: "2026-07-02" },
  ),
  windowDays: fc.constantFrom(1, 7, 30, 90),
  /** How much of the log is heard. */
  heard: fc.double({ min: 0, max: 1, noNaN: true }),
  byMoment: fc.boolean(),
  filter: fc.constantFrom("all", "all", "channel", "campaign", "owner", "none"),
  nth: fc.nat(9),
});
/** A team's life: one short history after the other, and after each of them a question. */
const lives = fc.array(
  fc.record({
    history: fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
    choice: choices,
  }),
  { minLength: HISTORIES_EACH, maxLength: HISTORIES_EACH },
);
type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

async function newTeam(): Promise<HistoryTeam> {
  const { teamId, owner } = await desk.newTeam();
  await admin`insert into campaigns (team_id, id, channel_id, name, name_norm)
    select team_id, gen_random_uuid(), id, 'K', 'k' from channels where team_id = ${teamId} order by position limit 2`;
  return { teamId, owner, member: await desk.newMember(teamId, "member") };
}

async function expectOracles(team: HistoryTeam, asked: Choices & Cell) {
  const log = await readLog(team);
  const end = log.at(-1);
  const now = new Date((end?.recordedAt ?? STARTS_AT).getTime() + 3_600_000);
  const heard = log[Math.floor(asked.heard * log.length)] ?? end;
  const query = queryOf(asked, log, heard);
  await desk.as(
    team.teamId,
    team.owner,
    async (ctx) => {
      const answer = await loadRates(ctx, { report: query, groupBy: asked.by });
      const question = questionOf(ctx, query, { log, seq: answer.seq, at: answer.asOf });
      expect(printed([{ ...answer.total, key: null }])).toEqual(tallies(ask(log, question), "none"));
      expect(printed(answer.rows)).toEqual(tallies(ask(log, question), asked.by));
      const row = answer.rows[asked.nth % Math.max(answer.rows.length, 1)] ?? answer.total;
      await expectLists(ctx, row.query ?? query, { log, seq: answer.seq, at: answer.asOf }, asked);
    },
    now,
  );
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

function queryOf(asked: Choices & Cell, log: readonly LogRow[], heard: LogRow | undefined): ReportQuery {
  const { period, basis, leadConvertsAt, filter, nth } = asked;
  const used = log[nth % Math.max(log.length, 1)];
  const at = { at: heard?.recordedAt ?? STARTS_AT };
  return {
    ...{ period, periodChoice: period === null ? { key: "all" } : { key: "custom", period }, basis, leadConvertsAt },
    channels: filter === "channel" ? idOrNone<ChannelId>(used?.channelId) : filter === "none" ? ["none"] : [],
    campaigns: filter === "campaign" ? idOrNone<CampaignId>(used?.campaignId) : [],
    owners: filter === "owner" ? idOrNone<UserId>(used?.ownerId) : [],
    ...(asked.isPast ? { asOf: asked.byMoment || heard === undefined ? at : { ...at, seq: heard.seq } } : {}),
    ...(asked.isWindow ? { windowDays: asked.windowDays } : {}),
  };
}

function idOrNone<T extends Id<string>>(id: string | null | undefined): readonly (T | "none")[] {
  return [id ? asId<T>(id) : "none"];
}

async function readLog({ teamId }: HistoryTeam): Promise<readonly LogRow[]> {
  return admin<LogRow[]>`
    select id, seq::int as seq, recorded_at as "recordedAt", subject, lead_id as "leadId", opportunity_id as "opportunityId",
      from_kind as "fromKind", to_kind as "toKind", channel_id as "channelId", campaign_id as "campaignId",
      owner_id as "ownerId", occurred_at as "occurredAt", occurred_on::text as "occurredOn", date_only as "dateOnly",
      undoes_id as "undoesId"
    from stage_transitions where team_id = ${teamId} order by seq`;
}

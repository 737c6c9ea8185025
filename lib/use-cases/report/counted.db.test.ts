import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countParts } from "@/db/queries/counts";
import { listChannels } from "@/db/queries/pipeline";
import { leads, opportunities } from "@/db/schema/records";
import { record, type Step, type Story } from "@/db/testing/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ChannelId, UserId } from "@/lib/domain/ids";
import { type Counted, LEADS_COUNTED, OPPORTUNITIES_COUNTED } from "@/lib/domain/metrics/counted";
import type { Parts } from "@/lib/domain/metrics/parts";
import type { ReportRow } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { countingOf } from "./counting-of";
import { loadReport } from "./load-report";
import { leadsBehind, opportunitiesBehind } from "./records-behind";
import { countNaively } from "./testing/count-naively";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const RUNS = 12;

it("whatever happened: each count is that of a naive recount of the log, and rows sum to the whole", async () => {
  await fc.assert(
    fc.asyncProperty(stories, question, async (plans, asked) => {
      await inTeam(
        plans,
        async (ctx, cases, query) => {
          const { asked: counting } = await countingOf(ctx, query);
          const [whole] = await countParts(ctx.db, counting, "none");
          expect(whole?.parts).toEqual(countNaively(cases, query));
          const { asked: past } = await countingOf(ctx, { ...query, asOf: { at: ctx.now } });
          const [replayed] = await countParts(ctx.db, past, "none");
          expect(replayed?.parts).toEqual(whole?.parts);
          for (const by of ["channel", "campaign", "owner", "month"] as const) {
            const rows = await countParts(ctx.db, counting, by);
            expect([by, sumOf(rows.map(({ parts }) => parts))]).toEqual([by, countsOf(whole?.parts)]);
          }
        },
        asked,
      );
    }),
    { numRuns: RUNS },
  );
}, 120_000);

it("whatever happened: behind every number of every row stand exactly as many records", async () => {
  await fc.assert(
    fc.asyncProperty(stories, question, async (plans, asked) => {
      await inTeam(
        plans,
        async (ctx, _, query) => {
          const report = await loadReport(ctx, query);
          for (const row of [report.total, ...report.channels, ...report.campaigns]) {
            await expectListsAsLong(ctx, row, ANY);
          }
          for (const row of report.months) await expectListsAsLong(ctx, row, WITH_A_DAY);
        },
        asked,
      );
    }),
    { numRuns: 4 },
  );
}, 120_000);

const ANY = [...LEADS_COUNTED, ...OPPORTUNITIES_COUNTED];
/** What has no day is in no month, whatever the period, and no month prints it. */
const WITH_A_DAY = ANY.filter((path) => !path.endsWith(".undated") && path !== "leads.waiting");

async function expectListsAsLong(ctx: TeamContext, row: ReportRow, paths: readonly Counted[]): Promise<void> {
  if (row.query === null) return;
  for (const counted of paths) {
    const ofLeads = await leadsBehind(ctx, { query: row.query, counted });
    const ofOpportunities = await opportunitiesBehind(ctx, { query: row.query, counted });
    const list = ofLeads
      ? await ctx.db.tx.select({ id: leads.id }).from(leads).where(ctx.db.where(leads, ofLeads))
      : await ctx.db.tx
          .select({ id: opportunities.id })
          .from(opportunities)
          .where(ctx.db.where(opportunities, ofOpportunities ?? undefined));
    expect([row.key, counted, list.length]).toEqual([row.key, counted, printed(row, counted)]);
  }
}

/** The count at a path, as the report prints it; what it does not print has an empty list. */
function printed({ parts, rates }: ReportRow, path: string): number {
  const answer: Readonly<Record<string, object | null | number>> = { ...parts, ...rates };
  const [group = "", name = ""] = path.split(".");
  const counts = Object.entries(answer[group] ?? {});
  const value: unknown = counts.find(([key]) => key === name)?.[1];
  return typeof value === "number" ? value : 0;
}

const day = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.integer({ min: 1, max: 28 }).map((n) => `2026-0${(n % 4) + 1}-${String(n).padStart(2, "0")}`),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);
const step: fc.Arbitrary<Step | { do: "own"; by: "someone"; channel: number | null }> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("open" as const), on: day }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("move" as const),
      at: fc.nat(2),
      to: fc.constantFrom("open" as const, "won" as const, "lost" as const),
      on: day,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("lead" as const),
      to: fc.constantFrom("open" as const, "not_a_fit" as const, "excluded" as const),
      on: day,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("sell" as const), on: day }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("undo" as const), row: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("void" as const), deal: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("own" as const),
      by: fc.constant("someone" as const),
      channel: fc.option(fc.nat(2)),
    }),
  },
);
const stories = fc.array(
  fc.record({
    cameIn: fc.oneof({ weight: 5, arbitrary: day }, { weight: 1, arbitrary: fc.constant("never" as const) }),
    channel: fc.option(fc.nat(2)),
    steps: fc.array(step, { maxLength: 7 }),
  }),
  { minLength: 5, maxLength: 25 },
);
const question = fc.record({
  basis: fc.constantFrom("start" as const, "decision" as const),
  leadConvertsAt: fc.constantFrom("customer" as const, "opportunity" as const),
  period: fc.constantFrom(null, { from: "2026-02-01", to: "2026-03-01" }, { from: "2026-01-10", to: "2026-04-02" }),
  filter: fc.constantFrom("all" as const, "none" as const, "first" as const),
});

type Plans = typeof stories extends fc.Arbitrary<infer T> ? T : never;
type Asked = typeof question extends fc.Arbitrary<infer T> ? T : never;
type Work = (ctx: TeamContext, cases: Awaited<ReturnType<typeof record>>, query: ReportQuery) => Promise<void>;

async function inTeam(plans: Plans, work: Work, { period, filter, ...rest }: Asked): Promise<void> {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  const other = await desk.newMember(teamId, "member");
  await desk.as(teamId, owner, async (ctx) => {
    const channels = (await listChannels(ctx.db)).map(({ id }) => id);
    const cases = await record(
      ctx,
      plans.map((plan) => storyOf(plan, channels, { first: owner.id, other: other.id })),
    );
    const wanted: readonly (ChannelId | "none")[] =
      filter === "all" ? [] : filter === "none" ? ["none"] : channels.slice(0, 1);
    const periodChoice = period === null ? ({ key: "all" } as const) : ({ key: "custom", period } as const);
    await work(ctx, cases, { ...rest, period, periodChoice, channels: wanted, campaigns: [], owners: [] });
  });
}

function storyOf(plan: Plans[number], channels: readonly ChannelId[], people: { first: UserId; other: UserId }): Story {
  const channelAt = (place: number | null) => (place === null ? null : (channels[place] ?? null));
  return {
    cameIn: plan.cameIn,
    channelId: channelAt(plan.channel),
    ownerId: people.first,
    steps: plan.steps.map((one) =>
      "channel" in one ? { do: "own", by: people.other, channelId: channelAt(one.channel) } : one,
    ),
  };
}

/** Counts of nothing left out: a group without any is no row. */
function countsOf(parts: Parts | undefined): Readonly<Record<string, number>> {
  return sumOf(parts ? [parts] : []);
}

function sumOf(all: readonly Parts[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const { leads, opportunities, notAFitUnqualified } of all) {
    const counts: Readonly<Record<string, number | null>> = {
      ...prefixed("l", leads),
      ...prefixed("o", opportunities),
    };
    for (const [name, count] of Object.entries({ ...counts, notAFitUnqualified })) {
      if (count !== null && count > 0) sums.set(name, (sums.get(name) ?? 0) + count);
    }
  }
  return Object.fromEntries(sums);
}

function prefixed(prefix: string, counts: object): Readonly<Record<string, number | null>> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [`${prefix}.${name}`, count]));
}

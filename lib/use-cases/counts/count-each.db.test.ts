import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countEach } from "@/db/queries/count-each";
import type { CountingQuery } from "@/db/queries/counted";
import { type CountedRow, countParts } from "@/db/queries/counts";
import { listChannels } from "@/db/queries/pipeline";
import { record, type Step, type Story } from "@/db/testing/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ChannelId, UserId } from "@/lib/domain/ids";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { countingOf } from "@/lib/use-cases/report/counting-of";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { foldCounts } from "./fold";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const QUESTIONS = (["none", "channel", "campaign", "owner", "month", "quarter"] as const).flatMap((by) =>
  [
    null,
    { from: "2026-02-01", to: "2026-03-01" },
    { from: "2026-01-10", to: "2026-04-02" },
    { from: "2026-01-20", to: "2026-02-10" },
    { from: "2026-02-03", to: "2026-02-20" },
    { from: "2026-03-05", to: "2026-03-05" },
  ].map((period) => ({ period, by })),
);
const RUNS = 12;

it("whatever happened, folded, half folded or not at all: counters and days beside them say what counting the records says", async () => {
  await fc.assert(
    fc.asyncProperty(stories, question, fc.subarray(QUESTIONS, { minLength: 1 }), async (plans, asked, some) => {
      await inTeam(
        plans,
        async (ctx, query) => {
          const { asked: counting } = await countingOf(ctx, query);
          for (const basis of ["start", "decision"] as const) {
            const asking = { ...counting, basis };
            const expected = [];
            for (const { period, by } of some) expected.push(await countParts(ctx.db, { ...asking, period }, by));
            expect((await countEach(ctx.db, asking, some)).map(byKey)).toEqual(expected.map(byKey));
            if (basis === "start") await expectOpen(ctx, asking, some);
            expect(await countEach(ctx.db, asking, [])).toEqual([]);
            if (basis === "start") await foldCounts(ctx.db);
          }
        },
        asked,
      );
    }),
    { numRuns: RUNS },
  );
}, 120_000);

async function expectOpen({ db }: TeamContext, asking: CountingQuery, some: typeof QUESTIONS): Promise<void> {
  const dated = some.filter(({ period }) => period !== null);
  const opens = await countEach(
    db,
    asking,
    dated.map((one) => ({ ...one, onlyOpen: true })),
  );
  expect(opens.map(openByKey)).toEqual((await countEach(db, asking, dated)).map(openByKey));
}

function openByKey(rows: readonly CountedRow[]) {
  return new Map(rows.map(openIn).filter(([, counts]) => counts !== "0 0 0 0"));
}

function openIn({ key, parts: { leads, opportunities } }: CountedRow) {
  return [key, [leads.open, leads.qualifiedOpen, leads.waiting, opportunities.open].join(" ")] as const;
}

function byKey(rows: readonly CountedRow[]): readonly CountedRow[] {
  return rows.toSorted((a, b) => (a.key ?? "").localeCompare(b.key ?? ""));
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
type Work = (ctx: TeamContext, query: ReportQuery) => Promise<void>;

async function inTeam(plans: Plans, work: Work, { period, filter, ...rest }: Asked): Promise<void> {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  const other = await desk.newMember(teamId, "member");
  await desk.as(teamId, owner, async (ctx) => {
    const channels = (await listChannels(ctx.db)).map(({ id }) => id);
    const told = plans.map((plan) => storyOf(plan, channels, { first: owner.id, other: other.id }));
    await record(ctx, told.slice(0, 5));
    await foldCounts(ctx.db);
    await record(ctx, told.slice(5));
    const wanted: readonly (ChannelId | "none")[] =
      filter === "all" ? [] : filter === "none" ? ["none"] : channels.slice(0, 1);
    const periodChoice = period === null ? ({ key: "all" } as const) : ({ key: "custom", period } as const);
    await work(ctx, { ...rest, period, periodChoice, channels: wanted, campaigns: [], owners: [] });
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

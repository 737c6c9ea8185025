import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "@/db/client";
import { Proxy } from "@/db/client/testing/proxy";
import { listChannels } from "@/db/queries/pipeline";
import { record, type Story } from "@/db/testing/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ChannelId } from "@/lib/domain/ids";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { loadHeldReport } from "./load-held-report";
import { loadReport } from "./load-report";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const JANUARY: ReportQuery = {
  periodChoice: { key: "custom", period: { from: "2026-01-01", to: "2026-02-01" } },
  period: { from: "2026-01-01", to: "2026-02-01" },
  basis: "start",
  leadConvertsAt: "customer",
  channels: [],
  campaigns: [],
  owners: [],
};
const YEAR = { from: "2025-12-01", to: "2026-12-01" };
const EVERYTHING: ReportQuery = { ...JANUARY, periodChoice: { key: "all" }, period: null };

describe("the golden team, counted by hand", () => {
  it("by start: 9 leads, 5 qualified, 4 customers, 2 of them direct; 9 opportunities, 3 won", async () => {
    const { total } = await golden((ctx) => loadReport(ctx, JANUARY));
    expect(total.parts).toEqual({
      leads: {
        ...{ total: 9, open: 1, notAFit: 1, direct: 2, qualified: 5, qualifiedOpen: 1, qualifiedLost: 2 },
        ...{ waiting: 1, customers: 4, excluded: 1, faulty: 1, undated: 1 },
      },
      opportunities: { total: 9, open: 3, won: 3, lost: 3, withoutLead: 2, faulty: 0, undated: 0 },
      notAFitUnqualified: 1,
    });
    expect(total.rates.leadConversionRate).toMatchObject({ hits: 4, trials: 9, open: 3 });
    expect(total.rates.qualificationRate).toMatchObject({ hits: 5, trials: 9, open: 1 });
    expect(total.rates.opportunityConversionRate).toMatchObject({ hits: 3, trials: 9, open: 3 });
    expect(total.rates.step2).toMatchObject({ hits: 2, trials: 5 });
  });

  it("by decision: 4 customers of 5 decided, 7 moved on of 8, and a win rate of 3 of 6", async () => {
    const { total } = await golden((ctx) => loadReport(ctx, { ...JANUARY, basis: "decision" }));
    expect(total.parts).toEqual({
      leads: {
        ...{ total: null, open: null, notAFit: 1, direct: 2, qualified: 5, qualifiedOpen: null, qualifiedLost: null },
        ...{ waiting: 1, customers: 4, excluded: 1, faulty: 1, undated: 0 },
      },
      opportunities: { total: null, open: null, won: 3, lost: 3, withoutLead: 2, faulty: 0, undated: 0 },
      notAFitUnqualified: 1,
    });
    expect(total.rates.leadConversionRate).toMatchObject({ hits: 4, trials: 5 });
    expect(total.rates.qualificationRate).toMatchObject({ hits: 7, trials: 8 });
    expect(total.rates.opportunityConversionRate).toMatchObject({ hits: 3, trials: 6 });
  });

  it("with opportunities as conversions: 7 of 9 by start, 7 of 8 by decision", async () => {
    const [start, decision] = await golden(async (ctx) => [
      await loadReport(ctx, { ...JANUARY, leadConvertsAt: "opportunity" }),
      await loadReport(ctx, { ...JANUARY, leadConvertsAt: "opportunity", basis: "decision" }),
    ]);
    expect(start?.total.rates.leadConversionRate).toMatchObject({ hits: 7, trials: 9, open: 1 });
    expect(decision?.total.rates.leadConversionRate).toMatchObject({ hits: 7, trials: 8 });
  });

  it("a lead without a date counts only in everything: 11 leads, and the row without a month holds it", async () => {
    const { total, months } = await golden((ctx) => loadReport(ctx, EVERYTHING));
    expect(total.parts.leads.total).toBe(11);
    expect(months.map(({ key, parts }) => [key, parts.leads.total])).toEqual([
      ["2025-12", 1],
      ["2026-01", 9],
      [null, 1],
    ]);
  });

  it("by month of decision: 4 customers in January, 1 in February, each with its own denominator", async () => {
    const { months } = await golden((ctx) => loadReport(ctx, { ...EVERYTHING, basis: "decision" }));
    expect(
      months.map(({ key, rates }) => [key, rates.leadConversionRate.hits, rates.leadConversionRate.trials]),
    ).toEqual([
      ["2025-12", 0, 0],
      ["2026-01", 4, 5],
      ["2026-02", 1, 2],
      [null, 0, 0],
    ]);
  });

  it("by channel: the unattributed are a row of their own, the last, with 2 of 2", async () => {
    const { channels } = await golden((ctx) => loadReport(ctx, JANUARY));
    expect(
      channels.map(
        ({
          rates: {
            leadConversionRate: { hits, trials },
          },
        }) => [hits, trials],
      ),
    ).toEqual([
      [1, 5],
      [1, 2],
      [2, 2],
    ]);
    expect(channels.at(-1)).toMatchObject({ key: null, name: null });
  });

  it("nothing in the period: every rate is null, and no row", async () => {
    const period = { from: "2020-01-01", to: "2021-01-01" };
    const report = await golden((ctx) => loadReport(ctx, { ...JANUARY, period }));
    const { leadConversionRate, qualificationRate, opportunityConversionRate } = report.total.rates;
    expect([leadConversionRate.value, qualificationRate.value, opportunityConversionRate.value]).toEqual([
      null,
      null,
      null,
    ]);
    expect(report.campaigns.filter(({ parts }) => parts.leads.total !== 0)).toEqual([]);
  });
});

it("the source: 100 leads of a month, 20 of them customers, is 20 %; 50 opportunities, 10 won, is 20 %", async () => {
  const opened = { cameIn: "2026-01-05", steps: [{ do: "open", on: "2026-01-06" }] } as const;
  const stories: readonly Story[] = [
    ...times(10, { ...opened, steps: [...opened.steps, { do: "move", at: 0, to: "won", on: "2026-01-20" }] }),
    ...times(40, opened),
    ...times(10, { cameIn: "2026-01-05", steps: [{ do: "sell", on: "2026-01-07" }] }),
    ...times(40, { cameIn: "2026-01-31" }),
  ];
  const { total } = await told(
    () => stories,
    (ctx) => loadReport(ctx, JANUARY),
  );
  expect(total.rates.leadConversionRate).toMatchObject({ hits: 20, trials: 100, value: 0.2 });
  expect(total.rates.opportunityConversionRate).toMatchObject({ hits: 10, trials: 50, value: 0.2 });
});

it("3 won, 7 lost, 90 open: 3 of 100 by start, 3 of 10 by decision", async () => {
  const closed = (to: "won" | "lost"): Story => ({
    cameIn: "never",
    steps: [
      { do: "open", on: "2026-01-02" },
      { do: "move", at: 0, to, on: "2026-01-09" },
    ],
  });
  const open: Story = { cameIn: "never", steps: [{ do: "open", on: "2026-01-02" }] };
  const [start, decision] = await told(
    () => [...times(3, closed("won")), ...times(7, closed("lost")), ...times(90, open)],
    async (ctx) => [await loadReport(ctx, JANUARY), await loadReport(ctx, { ...JANUARY, basis: "decision" })],
  );
  expect(start?.total.rates.opportunityConversionRate).toMatchObject({ hits: 3, trials: 100 });
  expect(decision?.total.rates.opportunityConversionRate).toMatchObject({ hits: 3, trials: 10 });
});

it("a month ends at the team's midnight: 22:30 and 23:30 UTC on 31 January are January and February in Oslo", async () => {
  const evening: readonly Story[] = [
    { cameIn: new Date("2026-01-31T22:30:00Z") },
    { cameIn: new Date("2026-01-31T23:30:00Z") },
  ];
  const { months } = await told(
    () => evening,
    (ctx) => loadReport(ctx, EVERYTHING),
  );
  expect(months.map(({ key, parts }) => [key, parts.leads.total])).toEqual([
    ["2026-01", 1],
    ["2026-02", 1],
  ]);
});

function golden<T>(work: (ctx: TeamContext) => Promise<T>): Promise<T> {
  return told(async (ctx) => {
    const [a, b] = await listChannels(ctx.db);
    return goldenStories(a?.id ?? null, b?.id ?? null);
  }, work);
}

function goldenStories(a: ChannelId | null, b: ChannelId | null): readonly Story[] {
  return [
    { cameIn: "2026-01-02", channelId: a },
    { cameIn: "2026-01-03", channelId: a, steps: [{ do: "lead", to: "not_a_fit", on: "2026-01-20" }] },
    { cameIn: "2026-01-04", channelId: a, steps: [open("10"), closed("won", "2026-02-05")] },
    { cameIn: "2026-01-05", channelId: b, steps: [open("12"), open("12"), open("12"), closed("won", "2026-01-25")] },
    { cameIn: "2026-01-06", steps: [{ do: "sell", on: "2026-01-30" }] },
    { cameIn: "2026-01-07", channelId: a, steps: [open("15"), closed("lost", "2026-01-28")] },
    {
      ...{ cameIn: "2026-01-08", channelId: a },
      steps: [open("15"), closed("lost", "2026-01-20"), { do: "lead", to: "not_a_fit", on: "2026-02-02" }],
    },
    { cameIn: "2026-01-31", channelId: b, steps: [open("31")] },
    {
      ...{ cameIn: "2026-01-08", channelId: a },
      steps: [open("09"), closed("lost", "2026-01-15"), { do: "lead", to: "excluded", on: "2026-01-16" }],
    },
    {
      ...{ cameIn: "2025-12-10", channelId: a },
      steps: [{ do: "open", on: "2025-12-20" }, closed("won", "2026-01-05")],
    },
    { cameIn: "never", steps: [open("03"), closed("won", "2026-01-08")] },
    { cameIn: null },
    { cameIn: "2026-01-20", steps: [{ do: "sell", on: "2026-01-18" }] },
  ];
}

function open(day: string) {
  return { do: "open", on: `2026-01-${day}` } as const;
}

function closed(to: "won" | "lost", on: string) {
  return { do: "move", at: 0, to, on } as const;
}

function times(count: number, story: Story): readonly Story[] {
  return Array.from({ length: count }, () => story);
}

async function told<T>(
  stories: (ctx: TeamContext) => readonly Story[] | Promise<readonly Story[]>,
  work: (ctx: TeamContext) => Promise<T>,
): Promise<T> {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  return desk.as(teamId, owner, async (ctx) => {
    await record(ctx, await stories(ctx));
    return work(ctx);
  });
}

it("asks the database no more than 9 times, comparison and all, whatever the team has of channels, campaigns and months", async () => {
  const proxy = await Proxy.start(database.appUrl);
  const tapped = createDatabase(proxy.url, { max: 1 });
  const { teamId, owner } = await teamDesk(database.db).newTeam();
  await teamDesk(tapped).as(teamId, owner, async (ctx) => {
    const turnsOf = async () => {
      const [wire] = proxy.wires;
      const before = wire?.turns ?? 0;
      await loadHeldReport(ctx, { ...JANUARY, period: YEAR });
      return (wire?.turns ?? 0) - before;
    };
    await addSampleData(ctx);
    await turnsOf(); // a statement that is new to a connection takes two
    expect(await turnsOf()).toBeLessThanOrEqual(9);
  });
  await tapped.close();
  await proxy.stop();
});

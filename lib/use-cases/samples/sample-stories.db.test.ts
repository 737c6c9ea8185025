import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listCampaigns } from "@/db/queries/pipeline";
import { listTargets } from "@/db/queries/targets";
import { record } from "@/db/testing/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { TeamContext } from "@/lib/auth/team-context";
import { reportFindings } from "@/lib/domain/diagnosis/report-findings";
import type { Losses } from "@/lib/domain/metrics/losses";
import type { Money } from "@/lib/domain/metrics/money";
import type { Reach } from "@/lib/domain/metrics/reach";
import type { Report } from "@/lib/domain/metrics/report";
import type { StageTime } from "@/lib/domain/metrics/stage-times";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { sampleHeld, sampleReport } from "@/lib/domain/samples/sample-report";
import { readReport } from "@/lib/search-params";
import { loadHeld } from "@/lib/use-cases/report/load-held";
import { loadLosses } from "@/lib/use-cases/report/load-losses";
import { loadMaturation } from "@/lib/use-cases/report/load-maturation";
import { loadMoney } from "@/lib/use-cases/report/load-money";
import { loadReach } from "@/lib/use-cases/report/load-reach";
import { loadReport } from "@/lib/use-cases/report/load-report";
import { loadTime } from "@/lib/use-cases/report/load-time";
import { NOW, teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { addSampleData } from "./add-sample-data";
import { removeSampleData } from "./remove-sample-data";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const { query } = readReport({}, { now: NOW, timeZone: "Europe/Oslo", leadConvertsAt: "customer" });

describe.each(SCENARIOS)(
  "the sample team of %s, its log counted by the database and its story in memory",
  (scenario) => {
    it("both give the same numbers, the same blocks and the same sentences", async () => {
      const sample = sampleReport(scenario, NOW, ({ nb }) => nb);
      const desk = teamDesk(database.db);
      const { teamId, owner } = await desk.newTeam({ scenario });
      await desk.as(teamId, owner, async (ctx) => {
        await addSampleData(ctx);
        const report = await loadReport(ctx, query);
        expect(report.total.parts).toEqual(sample.report.total.parts);
        expect(channelsOf(report)).toEqual(channelsOf(sample.report));
        expect(campaignsOf(report)).toEqual(campaignsOf(sample.report));
        expect(findingsOf(report, await loadHeld(ctx, query))).toEqual(
          findingsOf(sample.report, sampleHeld(sample.targets)),
        );
        await expectBlocks(ctx, sample.figures);
      });
    });
  },
);

it("beside own records the samples' campaigns cost nothing; removed, they leave no campaign in use and no target", async () => {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam({ scenario: "consultancy" });
  const costs = async (ctx: TeamContext) => (await loadMoney(ctx, query)).total.rows.map(({ costMinor }) => costMinor);
  await desk.as(teamId, owner, async (ctx) => {
    await addSampleData(ctx);
    expect(await costs(ctx)).toEqual([20_500_000]);
    await record(ctx, [{ cameIn: "2026-11-02" }]);
    expect(await costs(ctx)).toEqual([null]);
    expect((await listTargets(ctx.db)).length).toBe(2);
    await removeSampleData(ctx);
    expect(await costs(ctx)).toEqual([null]);
    expect(await listTargets(ctx.db)).toEqual([]);
    expect((await listCampaigns(ctx.db)).filter(({ archivedAt }) => archivedAt === null)).toEqual([]);
  });
});

async function expectBlocks(ctx: TeamContext, figures: ReturnType<typeof sampleReport>["figures"]) {
  expect(await loadMaturation(ctx, query)).toEqual(figures.maturation);
  expect(reachIn(await loadReach(ctx, query))).toEqual(reachIn(figures.reach));
  expect(lossesIn(await loadLosses(ctx, query))).toEqual(lossesIn(figures.losses));
  expect(timesIn(await loadTime(ctx, query))).toEqual(timesIn(figures.time));
  expect(moneyIn(await loadMoney(ctx, query))).toEqual(moneyIn(figures.money));
}

// Ids differ between a database and a story; names and numbers do not.
function channelsOf({ channels }: Report) {
  return channels.map(({ name, parts }) => ({ name, parts })).toSorted(byName);
}

function campaignsOf({ campaigns }: Report) {
  return campaigns.map(({ name, parts }) => ({ name, leads: parts.leads })).toSorted(byName);
}

function findingsOf(report: Report, held: Parameters<typeof reportFindings>[1]) {
  return reportFindings(report, held).map(({ code, channel, step1, step2 }) => {
    const name = report.channels.find(({ key }) => key === channel && key !== null)?.name ?? null;
    return { code, name, step1, step2 };
  });
}

function reachIn(reach: Reach | null) {
  return [reach?.leads, reach?.direct, reach?.steps.map(({ stage, rate }) => [stage?.name, rate])];
}

function lossesIn({ total, stages, reasons, notAFit }: Losses) {
  const named = (rows: Losses["stages"]) => rows.map(({ name, lost }) => ({ name, lost })).toSorted(byName);
  return { total, notAFit, stages: named(stages), reasons: named(reasons) };
}

function timesIn(times: readonly StageTime[]) {
  return times.map(({ stage, longest: _, ...time }) => ({ ...time, name: stage.name }));
}

function moneyIn({ won, total, channels, unvalued }: Money) {
  const rows = channels.map(({ leads, rows: own }) => JSON.stringify({ leads, rows: own })).toSorted();
  return { won, total, rows, unvalued };
}

function byName(a: { readonly name: string | null }, b: { readonly name: string | null }): number {
  return (a.name ?? "").localeCompare(b.name ?? "");
}

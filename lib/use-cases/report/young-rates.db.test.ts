import { afterAll, beforeAll, expect, it } from "vitest";
import { record, type Story } from "@/db/testing/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { addDays, localDate } from "@/lib/domain/period";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { loadHeld } from "./load-held";
import { loadReport } from "./load-report";
import { loadDecisionDays } from "./young-rates";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it("30 leads decided in 10 days, then 8 of 20 open: preliminary at 3 days of age, not at 12; of the period before too", async () => {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  await desk.as(teamId, owner, async (ctx) => {
    const today = localDate(ctx.team.timeZone, ctx.now);
    const ago = (days: number) => addDays(today, -days);
    const decided = (age: number): Story => ({
      cameIn: ago(age),
      steps: [{ do: "lead", to: "not_a_fit", on: ago(age - 10) }],
    });
    const open = (age: number): Story => ({ cameIn: ago(age) });
    await record(ctx, [
      ...times(30, decided(60)),
      ...[...times(12, decided(12)), ...times(8, open(12))],
      ...[...times(2, open(3)), ...times(1, { ...open(3), steps: [{ do: "sell", on: ago(2) }] })],
    ]);
    expect((await loadDecisionDays(ctx.db, { leavesSamplesOut: false, basis: "start" }, today)).lead).toBe(10);
    const question = (from: number, to: number): ReportQuery => {
      const period = { from: ago(from), to: ago(to) };
      return {
        ...{ periodChoice: { key: "custom", period }, period, basis: "start", leadConvertsAt: "customer" },
        ...{ channels: [], campaigns: [], owners: [] },
      };
    };
    const young = (await loadReport(ctx, question(3, 2))).total.rates.leadConversionRate;
    expect(young).toMatchObject({ trials: 3, open: 2, preliminary: true });
    const old = (await loadReport(ctx, question(12, 11))).total.rates.leadConversionRate;
    expect(old).toMatchObject({ trials: 20, open: 8, preliminary: false });
    const held = await loadHeld(ctx, question(2, 1));
    expect(held.before?.total.leadConversionRate).toMatchObject({ trials: 3, preliminary: true });
    expect(held.targetOf(null, "step1")).toBeNull();
  });
});

function times(count: number, story: Story): readonly Story[] {
  return Array.from({ length: count }, () => story);
}

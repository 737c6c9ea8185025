import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCampaigns } from "@/db/mutations/pipeline";
import { listChannels, listLostReasons, listStages } from "@/db/queries/pipeline";
import { record, type Step, type Story } from "@/db/testing/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { TeamContext } from "@/lib/auth/team-context";
import type { CampaignId, StageId } from "@/lib/domain/ids";
import { mainLoss } from "@/lib/domain/metrics/losses";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { loadLosses } from "./load-losses";
import { loadMoney } from "./load-money";
import { loadReach } from "./load-reach";
import { loadTime } from "./load-time";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const period = { from: "2026-01-01", to: "2026-02-01" };
const JANUARY: ReportQuery = {
  ...{ periodChoice: { key: "custom", period }, period, basis: "start", leadConvertsAt: "customer" },
  ...{ channels: [], campaigns: [], owners: [] },
};

describe("reach, each lead once: of 10 leads 8 contacted or further, 6 opportunities, 2 customers that way", () => {
  it("a lost one, and one moved back, count in every stage they were in; from the demo straight to won passes all", async () => {
    const reach = await told(storiesOfReach, (ctx) => loadReach(ctx, JANUARY));
    expect(reach?.steps.map(({ stage, rate }) => [stage?.name ?? null, rate.hits, rate.trials])).toEqual([
      ["Nytt lead", 10, 10],
      ["Kontaktet", 8, 10],
      ["Demo booket", 6, 10],
      ["Prøveperiode", 4, 10],
      ["Tilbud sendt", 3, 10],
      [null, 2, 10],
    ]);
    expect(reach?.direct).toBe(1);
  });

  it("by decision date there is no one set of leads to follow", async () => {
    expect(await told(storiesOfReach, (ctx) => loadReach(ctx, { ...JANUARY, basis: "decision" }))).toBeNull();
  });
});

describe("losses, by the stage that each was lost from for good, and its reason", () => {
  it("12 lost: 7 in the trial, 5 of these for the price; unstated last, a reopened one where it was lost again", async () => {
    const losses = await told(storiesOfLosses, (ctx) => loadLosses(ctx, JANUARY));
    expect(losses.total).toBe(12);
    expect(losses.stages.map(({ name, lost }) => [name, lost])).toEqual([
      ["Demo booket", 3],
      ["Prøveperiode", 7],
      ["Tilbud sendt", 2],
    ]);
    expect(losses.reasons.map(({ name, lost }) => [name, lost])).toEqual([
      ["Pris", 5],
      ["Feil tidspunkt", 2],
      [null, 5],
    ]);
    const main = mainLoss(losses);
    expect([main?.stage.name, main?.reason?.name]).toEqual(["Prøveperiode", "Pris"]);
  });

  it("by decision date those lost in the period: the one lost in February is not", async () => {
    const losses = await told(storiesOfLosses, (ctx) => loadLosses(ctx, { ...JANUARY, basis: "decision" }));
    expect(losses.total).toBe(11);
  });
});

describe("time in stage, by Kaplan and Meier, open visits included", () => {
  it("20 demos left after 1 to 20 days, 5 still open after 45: the half is out after 13 days, and 5 stand too long", async () => {
    const times = await told(storiesOfTime, (ctx) => loadTime(ctx, JANUARY), new Date("2026-02-15T12:00:00Z"));
    const demo = times.find(({ stage }) => stage.name === "Demo booket");
    expect(demo).toMatchObject({ visits: 25, completed: 20, medianDays: 13, stuckAfterDays: 19, stuck: 5 });
    expect(demo?.longest.map(({ days }) => days)).toEqual([45, 45, 45, 45, 45]);
    expect(times.find(({ stage }) => stage.name === "Nytt lead")).toMatchObject({ visits: 0, medianDays: null });
  });
});

describe("money, per currency", () => {
  it("4 leads: 12 × 1 000 kr and a project of 5 000 kr are 17 000 kr, 4 250 per lead; 200 euro stand apart", async () => {
    const money = await told(storiesOfMoney, (ctx) => loadMoney(ctx, JANUARY));
    expect(money.total).toEqual({
      ...{ key: null, leads: 4 },
      rows: [
        { ...NO_COST, currency: "EUR", valueMinor: 20_000, valuePerLead: 5_000 },
        {
          ...{ currency: "NOK", valueMinor: 1_700_000, valuePerLead: 425_000 },
          ...{ costMinor: 900_000, costPerLead: 450_000, costPerCustomer: 450_000 },
        },
      ],
    });
    expect(money.unvalued).toBe(1);
  });

  it("won in January: MRR of 1 000 and, without a term, 300 kr; a project by its own name; one of an unknown amount", async () => {
    const { won } = await told(storiesOfMoney, (ctx) => loadMoney(ctx, JANUARY));
    expect(won).toEqual([
      { kind: "subscription", per: "month", deals: 2, amount: { minor: 130_000, currency: "NOK" } },
      { kind: "project", per: "once", deals: 1, amount: { minor: 20_000, currency: "EUR" } },
      { kind: "project", per: "once", deals: 1, amount: { minor: 500_000, currency: "NOK" } },
      { kind: "project", per: "once", deals: 1, amount: null },
    ]);
  });

  it("the channels sum to the whole; without a known cost there is none, which is not 0", async () => {
    const { channels, total } = await told(storiesOfMoney, (ctx) => loadMoney(ctx, JANUARY));
    const nok = channels.flatMap(({ rows }) => rows.filter(({ currency }) => currency === "NOK"));
    expect(nok.reduce((all, { valueMinor }) => all + (valueMinor ?? 0), 0)).toBe(1_700_000);
    expect(channels.reduce((all, { leads }) => all + (leads ?? 0), 0)).toBe(total.leads);
    expect(channels.find(({ key }) => key === null)?.rows).toEqual([
      { ...NO_COST, currency: "NOK", valueMinor: 500_000, valuePerLead: 500_000 },
    ]);
  });

  it("by decision date there are no leads to divide by", async () => {
    const { total } = await told(storiesOfMoney, (ctx) => loadMoney(ctx, { ...JANUARY, basis: "decision" }));
    expect(total.leads).toBeNull();
    expect(total.rows.every(({ valuePerLead }) => valuePerLead === null)).toBe(true);
  });
});

const NO_COST = { costMinor: null, costPerLead: null, costPerCustomer: null };
const OPENED: Step = { do: "open", on: "2026-01-04" };

async function storiesOfReach(ctx: TeamContext): Promise<readonly Story[]> {
  const { contacted, trial, proposal } = await stagesOf(ctx);
  const on = "2026-01-10";
  const to = (stageId: StageId): Step => ({ do: "move", at: 0, to: "open", on, stageId });
  const lost: Step = { do: "move", at: 0, to: "lost", on: "2026-01-20" };
  const touched: Step = { do: "lead", to: "open", on: "2026-01-03", stageId: contacted };
  return [
    ...[{ cameIn: "2026-01-02" }, came(touched), came({ do: "lead", to: "not_a_fit", on })],
    ...[came(OPENED), came(OPENED, to(trial), lost), came(touched, OPENED, to(proposal), { ...OPENED })],
    came(OPENED, { do: "move", at: 0, to: "won", on }),
    came(OPENED, to(trial), { do: "move", at: 0, to: "won", on }),
    came(OPENED, { do: "move", at: 0, to: "open", on, stageId: trial }, { do: "undo", row: 3 }),
    came({ do: "sell", on }),
    came(OPENED, { do: "lead", to: "excluded", on }),
    { cameIn: "2026-02-01" },
  ];
}

async function storiesOfLosses(ctx: TeamContext): Promise<readonly Story[]> {
  const { trial, proposal } = await stagesOf(ctx);
  const reasons = await listLostReasons(ctx.db);
  const reason = (name: string) => reasons.find((each) => each.name === name)?.id;
  const [price, timing, unstated] = [reason("Pris"), reason("Feil tidspunkt"), reason("Ikke oppgitt")];
  const to = (stageId: StageId): Step => ({ do: "move", at: 0, to: "open", on: "2026-01-10", stageId });
  const lost = (reasonId = unstated, on = "2026-01-20"): Step => ({
    ...{ do: "move", at: 0, to: "lost", on },
    ...(reasonId ? { reasonId } : {}),
  });
  return [
    ...times(5, came(OPENED, to(trial), lost(price))),
    ...times(2, came(OPENED, lost(timing))),
    ...[came(OPENED, to(trial), lost()), came(OPENED, to(proposal), lost())],
    came(OPENED, { do: "move", at: 0, to: "lost", on: "2026-01-20" }),
    came(OPENED, to(proposal), lost(unstated, "2026-02-03")),
    came(OPENED, lost(price), to(trial), lost(unstated, "2026-01-25")),
    came(OPENED, { do: "move", at: 0, to: "won", on: "2026-01-20" }),
  ];
}

function storiesOfTime(): readonly Story[] {
  const opened: Step = { do: "open", on: "2026-01-01" };
  const left = (day: number): Step => ({
    do: "move",
    at: 0,
    to: "lost",
    on: `2026-01-${`${day + 1}`.padStart(2, "0")}`,
  });
  return [
    ...Array.from({ length: 20 }, (_, index) => ({ cameIn: "never" as const, steps: [opened, left(index + 1)] })),
    ...times(5, { cameIn: "never", steps: [opened] }),
  ];
}

async function storiesOfMoney(ctx: TeamContext): Promise<readonly Story[]> {
  const [channel] = await listChannels(ctx.db);
  const channelId = channel?.id ?? null;
  const campaignId = ctx.newId<CampaignId>();
  if (channelId === null) throw new Error("a team without channels");
  const facts = { ...{ audienceSize: 1000, costMinor: 900_000, currency: "NOK" }, startsOn: null, endsOn: null };
  await createCampaigns(ctx.db, [{ ...facts, id: campaignId, channelId, name: "Vår", nameNorm: "var" }]);
  const on = "2026-01-20";
  const won = (deal: NonNullable<Extract<Step, { do: "sell" }>["deal"]>): Step => ({
    do: "move",
    at: 0,
    to: "won",
    on,
    deal,
  });
  const subscription = { kind: "subscription", amountMinor: 100_000, currency: "NOK", termMonths: 12 } as const;
  return [
    { ...came(OPENED, won(subscription)), channelId, campaignId },
    { ...came(OPENED, won({ kind: "project" })), channelId, campaignId },
    { ...came({ do: "sell", on, deal: { kind: "project", amountMinor: 20_000, currency: "EUR" } }), channelId },
    came(OPENED, won({ kind: "project", amountMinor: 500_000, currency: "NOK" })),
    {
      cameIn: "2025-12-01",
      channelId,
      steps: [{ do: "open", on: "2025-12-02" }, won({ ...subscription, amountMinor: 30_000, termMonths: null })],
    },
    { cameIn: "2025-12-01", channelId, steps: [{ do: "sell", on: "2025-12-02" }] },
  ];
}

async function stagesOf(ctx: TeamContext) {
  const stages = await listStages(ctx.db);
  const id = (name: string) => {
    const found = stages.find((stage) => stage.name === name);
    if (!found) throw new Error(`no stage ${name}`);
    return found.id;
  };
  return { contacted: id("Kontaktet"), trial: id("Prøveperiode"), proposal: id("Tilbud sendt") };
}

function came(...steps: readonly Step[]): Story {
  return { cameIn: "2026-01-02", steps };
}

function times(count: number, story: Story): readonly Story[] {
  return Array.from({ length: count }, () => story);
}

async function told<T>(
  stories: (ctx: TeamContext) => readonly Story[] | Promise<readonly Story[]>,
  work: (ctx: TeamContext) => Promise<T>,
  now?: Date,
): Promise<T> {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  return desk.as(
    teamId,
    owner,
    async (ctx) => {
      await record(ctx, await stories(ctx));
      return work(ctx);
    },
    now,
  );
}

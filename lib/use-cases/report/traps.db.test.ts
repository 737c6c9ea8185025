import { readFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sliceLeads } from "@/db/queries/api-lists";
import { findLogSeq } from "@/db/queries/log-chain";
import { listChannels, listStages } from "@/db/queries/pipeline";
import { stageTransitions } from "@/db/schema/log";
import { leads } from "@/db/schema/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { record, type Step, type Story } from "@/db/testing/records";
import type { TeamContext } from "@/lib/auth/team-context";
import type { LeadId, UserId } from "@/lib/domain/ids";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { editChannel } from "@/lib/use-cases/channels/edit-channel";
import { editLead } from "@/lib/use-cases/leads/edit-lead";
import { moveLead } from "@/lib/use-cases/leads/move-lead";
import { archiveStage } from "@/lib/use-cases/stages/archive-stage";
import { renameStage } from "@/lib/use-cases/stages/rename-stage";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { loadRates } from "./load-rates";
import { loadReach } from "./load-reach";
import { leadsBehind } from "./records-behind";

// Numbered as in metrics.md 5. Those of arithmetic stand in lib/domain/metrics/traps.test.ts.

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
const OPENED: Step = { do: "open", on: "2026-01-04" };
const LOST: Step = { do: "move", at: 0, to: "lost", on: "2026-01-20" };
const WON: Step = { do: "move", at: 0, to: "won", on: "2026-01-20" };
const SOLD: Step = { do: "sell", on: "2026-01-09" };
const came = (...steps: readonly Step[]): Story => ({ cameIn: "2026-01-02", steps });

describe("traps of the log", () => {
  it("7. 2 lost, 1 from the demo and 1 from the trial: the demo was reached by 2 of 2, the trial by 1 of 2", async () => {
    await inTeam(async (ctx) => {
      const stageId = (await stageNamed(ctx, "Prøveperiode")).id;
      const tried: Step = { do: "move", at: 0, to: "open", on: "2026-01-10", stageId };
      await record(ctx, [came(OPENED, LOST), came(OPENED, tried, LOST)]);
      expect(await reached(ctx, "Demo booket", "Prøveperiode")).toEqual(["2 of 2", "1 of 2"]);
    });
  });

  it("13. from the demo straight to won: trial and proposal are reached too, 1 of 1", async () => {
    await inTeam(async (ctx) => {
      await record(ctx, [came(OPENED, WON)]);
      expect(await reached(ctx, "Prøveperiode", "Tilbud sendt")).toEqual(["1 of 1", "1 of 1"]);
    });
  });

  it("15. 2 customers, 1 by a win and 1 sold to directly: 2 rows of the log say so, of just these leads", async () => {
    await inTeam(async (ctx) => {
      await record(ctx, [came(OPENED, WON), came(SOLD), came()]);
      const { db } = ctx;
      const t = stageTransitions;
      const rows = await db.tx
        .select({ id: t.leadId })
        .from(t)
        .where(db.where(t, eq(t.toKind, "customer")));
      const customers = await db.tx
        .select({ id: leads.id })
        .from(leads)
        .where(db.where(leads, eq(leads.kind, "customer")));
      expect(rows).toHaveLength(2);
      expect(rows.map(({ id }) => id).toSorted()).toEqual(customers.map(({ id }) => id).toSorted());
    });
  });

  it("16. 1 of 4 is merged away afterwards: 1 of 3 now, and still 2 of 4 as of before", async () => {
    await inTeam(async (ctx) => {
      const [first] = await record(ctx, [came(SOLD), came(SOLD), came(), came()]);
      const asOf = { at: ctx.now, seq: await findLogSeq(ctx.db) };
      const seen = { id: idOf(first), version: await versionOf(ctx, idOf(first)) };
      const stageId = (await stageNamed(ctx, "excluded")).id;
      await moveLead(ctx, { ...seen, stageId, excludedAs: "duplicate", on: null });
      expect(await share(ctx)).toBe("1 of 3");
      expect(await share(ctx, { ...JANUARY, asOf })).toBe("2 of 4");
    });
  });
});

describe("traps of rows", () => {
  it("17. a new owner and another name of the channel leave the customer with whom it was won by, and where it came from", async () => {
    await inTeam(async (ctx, other) => {
      const [channel] = await listChannels(ctx.db);
      if (!channel) throw new Error("a team without channels");
      const [first] = await record(ctx, [{ ...came(SOLD), channelId: channel.id, ownerId: ctx.user.id }]);
      const id = idOf(first);
      const facts = { name: "Ås", company: null, email: null, phone: null, note: "", money: null };
      const credit = { channelId: channel.id, campaignId: null, ownerId: other };
      await editLead(ctx, { id, version: await versionOf(ctx, id), ...facts, ...credit });
      await editChannel(ctx, { id: channel.id, version: channel.version, name: "Noe annet", aliases: "" });
      const hits = async (query: Partial<ReportQuery>) => share(ctx, { ...JANUARY, ...query });
      expect(await hits({ owners: [ctx.user.id] })).toBe("1 of 1");
      expect(await hits({ owners: [other] })).toBe("0 of 0");
      expect(await hits({ channels: [channel.id] })).toBe("1 of 1");
    });
  });

  it("18. 3 leads of a channel and 2 of none: 2 rows, 1 without a name, which add up to 5", async () => {
    await inTeam(async (ctx) => {
      const [channel] = await listChannels(ctx.db);
      const channelId = channel?.id ?? null;
      const named: Story = { ...came(), channelId };
      await record(ctx, [named, named, { ...came(SOLD), channelId }, came(SOLD), came()]);
      const { rows, total } = await loadRates(ctx, { report: JANUARY, groupBy: "channel" });
      const counted = rows.map(({ key, rates }) => [
        key,
        rates.leadConversionRate.hits,
        rates.leadConversionRate.trials,
      ]);
      expect(counted).toEqual([
        [channelId, 1, 3],
        [null, 1, 2],
      ]);
      expect(total.rates.leadConversionRate).toMatchObject({ hits: 2, trials: 5 });
    });
  });

  it("25. the number says 2 of 5: the list behind it has 2 leads, and the one behind the whole has 5", async () => {
    await inTeam(async (ctx) => {
      await record(ctx, [came(SOLD), came(OPENED, WON), came(), came(OPENED, LOST), came(OPENED)]);
      expect(await share(ctx)).toBe("2 of 5");
      const behind = async (counted: "leadConversionRate.hits" | "leadConversionRate.trials") => {
        const condition = await leadsBehind(ctx, { query: JANUARY, counted });
        return (await sliceLeads(ctx.db, { after: null, limit: 100 }, condition ?? undefined)).length;
      };
      expect([await behind("leadConversionRate.hits"), await behind("leadConversionRate.trials")]).toEqual([2, 5]);
    });
  });

  it("35. the demo is renamed, then put away: the 2 opportunities in it, and 1 of 3 won, are counted as before", async () => {
    await inTeam(async (ctx) => {
      await record(ctx, [came(OPENED), came(OPENED), came(OPENED, WON)]);
      const rate = async () => {
        const { hits, trials, open } = (await loadRates(ctx, { report: JANUARY, groupBy: "none" })).total.rates
          .opportunityConversionRate;
        return [hits, trials, open];
      };
      expect(await rate()).toEqual([1, 3, 2]);
      const { id, version } = await stageNamed(ctx, "Demo booket");
      await renameStage(ctx, { id, version, name: "Visning" });
      expect(await rate()).toEqual([1, 3, 2]);
      const renamed = await stageNamed(ctx, "Visning");
      const toStageId = (await stageNamed(ctx, "Prøveperiode")).id;
      await archiveStage(ctx, { id, version: renamed.version, toStageId });
      expect(await rate()).toEqual([1, 3, 2]);
    });
  });
});

it("every trap from 1 to 35 is a test, once", () => {
  const files = [import.meta.filename, path.resolve(import.meta.dirname, "../../domain/metrics/traps.test.ts")];
  const numbers = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^ {2}it\("(\d+)\. /gm)].map(([, number]) => Number(number)),
  );
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
});

/** Within one transaction of a new team; `other` is its second member. */
async function inTeam(work: (ctx: TeamContext, other: UserId) => Promise<void>) {
  const desk = teamDesk(database.db);
  const { teamId, owner } = await desk.newTeam();
  const { id } = await desk.newMember(teamId, "member");
  await desk.as(teamId, owner, (ctx) => work(ctx, id));
}

async function stageNamed({ db }: TeamContext, nameOrKind: string) {
  const stages = (await listStages(db)).filter(({ archivedAt }) => archivedAt === null);
  const found = stages.find(({ name, kind }) => name === nameOrKind || kind === nameOrKind);
  if (!found) throw new Error(`no stage ${nameOrKind}`);
  return found;
}

function idOf(file: Awaited<ReturnType<typeof record>>[number] | undefined): LeadId {
  if (!file?.lead) throw new Error("no lead");
  return file.lead.id;
}

async function versionOf({ db }: TeamContext, id: LeadId): Promise<number> {
  const [row] = await db.tx
    .select({ version: leads.version })
    .from(leads)
    .where(db.where(leads, eq(leads.id, id)));
  return row?.version ?? 0;
}

async function share(ctx: TeamContext, report: ReportQuery = JANUARY): Promise<string> {
  const { hits, trials } = (await loadRates(ctx, { report, groupBy: "none" })).total.rates.leadConversionRate;
  return `${hits} of ${trials}`;
}

async function reached(ctx: TeamContext, ...names: readonly string[]): Promise<readonly string[]> {
  const steps = (await loadReach(ctx, JANUARY))?.steps ?? [];
  return names.map((name) => {
    const rate = steps.find(({ stage }) => stage?.name === name)?.rate;
    return `${rate?.hits} of ${rate?.trials}`;
  });
}

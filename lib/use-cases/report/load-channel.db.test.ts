import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createElement } from "react";
import { ChannelView } from "@/components/report/channel-view";
import { draw } from "@/components/report/testing/draw-report";
import { listChannels } from "@/db/queries/pipeline";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { readReport } from "@/lib/search-params";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { NOW, teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { loadChannel } from "./load-channel";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const { query } = readReport({}, { now: NOW, timeZone: "Europe/Oslo", leadConvertsAt: "customer" });

describe("one channel", () => {
  it("and the rest are the team; its campaigns have an audience and a cost, and its page is drawn", async () => {
    const desk = teamDesk(database.db);
    const { teamId, owner } = await desk.newTeam({ scenario: "agency" });
    const { name, page } = await desk.as(teamId, owner, async (ctx) => {
      await addSampleData(ctx);
      const channel = (await listChannels(ctx.db)).find((each) => each.name.startsWith("Klikk"));
      return { name: channel?.name, page: await loadChannel(ctx, channel?.id ?? "", query) };
    });
    if (page === null) throw new Error("no such channel");
    expect(page.channel.name).toBe(name);
    expect(page.report.channels.map((row) => row.key)).toEqual([page.channel.id]);
    expect(page.rest.rates.leadConversionRate.trials).toBeGreaterThan(0);
    expect(page.findings.map(({ code, channel }) => [code, channel])).toEqual([["quality", page.channel.id]]);
    expect(page.campaigns.length).toBeGreaterThan(0);
    for (const { response, costPerLead } of page.campaigns) {
      expect(response?.value).toBeGreaterThan(0);
      expect(costPerLead).toBeGreaterThan(0);
    }
    const order = ["reach", "losses", "money", "trend", "maturation", "time"] as const;
    const typed = { first: undefined, last: undefined };
    const view = createElement(ChannelView, { ...page, slug: "nordlys", order, ignored: [], typed });
    expect(draw(view, "nb")).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("of another team, or of nobody, is none", async () => {
    const desk = teamDesk(database.db);
    const [own, other] = [await desk.newTeam(), await desk.newTeam()];
    const [theirs] = await desk.within(other.teamId, listChannels);
    for (const id of [theirs?.id ?? "", "nonsense", "01a211b8-9202-7521-abec-54a1a9e9eae0"]) {
      expect(await desk.as(own.teamId, own.owner, (ctx) => loadChannel(ctx, id, query))).toBeNull();
    }
  });
});

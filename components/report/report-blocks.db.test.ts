import { createElement } from "react";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { TeamContext } from "@/lib/auth/team-context";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { readReport } from "@/lib/search-params";
import { loadBlocks } from "@/lib/use-cases/report/load-blocks";
import { loadHeld } from "@/lib/use-cases/report/load-held";
import { loadReport } from "@/lib/use-cases/report/load-report";
import { addSampleData } from "@/lib/use-cases/samples/add-sample-data";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { ReportBlocks } from "./report-blocks";
import { draw } from "./testing/draw-report";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe.each(SCENARIOS)("the report of a sample team, %s,", (scenario) => {
  it("loads every block, draws it in the preset's order, by start and by decision, and in a period of nothing", async () => {
    const desk = teamDesk(database.db);
    const { teamId, owner } = await desk.newTeam({ scenario });
    await desk.as(teamId, owner, addSampleData);
    for (const asked of [{}, { basis: "decision" }, { from: "1999-01-01", to: "1999-02-01" }, { compare: "year" }]) {
      const shown = await desk.as(teamId, owner, (ctx) => load(ctx, asked));
      expect(Object.values(shown.blocks).filter(({ kind }) => kind === "failed")).toEqual([]);
      const page = draw(createElement(ReportBlocks, { ...shown, slug: "nordlys" }), "nb");
      expect(page).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

async function load(ctx: TeamContext, asked: Readonly<Record<string, string>>) {
  const { query } = readReport(asked, { ...ctx.team, now: ctx.now });
  return {
    ...{ report: await loadReport(ctx, query), held: await loadHeld(ctx, query), blocks: await loadBlocks(ctx, query) },
    order: PRESETS[ctx.team.scenario].reportBlocks,
  };
}

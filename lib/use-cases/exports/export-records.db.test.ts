import { afterAll, beforeAll, expect, it } from "vitest";
import { listLogEntries } from "@/db/queries/activity";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { Member } from "@/lib/auth/team-context";
import { readWhole } from "@/lib/csv/testing/read-whole";
import { readDealsQuery } from "@/lib/domain/deals/deals-query";
import type { LeadId, TeamId } from "@/lib/domain/ids";
import { readLeadsQuery } from "@/lib/domain/leads/leads-query";
import { readOpportunitiesQuery } from "@/lib/domain/opportunities/opportunities-query";
import { hostileVectors } from "@/lib/domain/testing/hostile-vectors";
import { importDesk } from "@/lib/use-cases/import/testing/import-desk";
import { moveLead, moveLeadInput } from "@/lib/use-cases/leads/move-lead";
import { makeOpportunity, makeOpportunityInput } from "@/lib/use-cases/opportunities/open-opportunity";
import { opportunityDesk } from "@/lib/use-cases/opportunities/testing/opportunity-desk";
import { exportRecords, noteExport } from "./export-records";

const DATASETS = ["leads", "opportunities", "deals"] as const;
type Dataset = (typeof DATASETS)[number] | "transitions";

let database: TestDatabase;
let desk: Awaited<ReturnType<typeof opportunityDesk>>;
let imports: ReturnType<typeof importDesk>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await opportunityDesk(database.db);
  imports = importDesk(database.db);
  await fill();
});
afterAll(() => database.drop());

it("a team's own export, imported again, changes nothing, the records made by hand too", async () => {
  const own = { teamId: desk.teamId, owner: desk.owner };
  for (const dataset of DATASETS) {
    const { counts } = await imports.import(own, dataset, await exported(desk.teamId, desk.owner, dataset));
    expect(counts, dataset).toMatchObject({ create: 0, update: 0, reject: 0 });
    expect(counts.skip, dataset).toBeGreaterThan(0);
  }
});

it("import(export(x)) = x: a fresh team that imports the three files exports the same cells", async () => {
  const { teamId, owner } = await desk.newTeam();
  await desk.join(teamId, desk.owner, "admin");
  const by = { teamId, owner };
  for (const dataset of DATASETS) {
    const { counts } = await imports.import(by, dataset, await exported(desk.teamId, desk.owner, dataset));
    expect(counts.reject, dataset).toBe(0);
  }
  for (const dataset of DATASETS) {
    const [before, after] = [await exported(desk.teamId, desk.owner, dataset), await exported(teamId, owner, dataset)];
    expect(await cellsOf(after), dataset).toEqual(await cellsOf(before));
  }
});

it("only what the filters let through leaves, the log row by row, and each export is noted with its number of rows", async () => {
  const leads = await exported(desk.teamId, desk.owner, "leads", { q: "ringer" });
  expect(await cellsOf(leads)).toMatchObject([{ name: "Ringer", phone: "+47 912 34 567" }]);
  const log = await cellsOf(await exported(desk.teamId, desk.owner, "transitions"));
  expect(log.map(({ seq }) => Number(seq))).toEqual(log.map((row) => Number(row["seq"])).toSorted((a, b) => a - b));
  expect(log.filter(({ to_kind }) => to_kind === "won")).toHaveLength(1);
  const [last] = await desk.within(desk.teamId, (db) => listLogEntries(db, { before: null, limit: 1 }));
  expect(last).toMatchObject({ action: "records.exported", fields: ["transitions", String(log.length)] });
});

/** Records by hand with cells that a spreadsheet would run, in every state that a list shows. */
async function fill() {
  await desk.newLead({
    name: "Ringer",
    phone: "+47 912 34 567",
    note: "Linje én\n=1+1\n'sitat'",
    amount: "1 250,50",
    currency: "NOK",
  });
  const cells = hostileVectors("csv-cell").map(({ input }) => String(input));
  for (const cell of cells
    .filter((one) => one.trim() === one && /^[\p{L}\p{P}\p{S}\p{N} ]+$/u.test(one))
    .slice(0, 10)) {
    await desk.newLead({ name: cell, company: cell });
  }
  const lead = await desk.newLead({ name: "Kjøper", cameInOn: "1.3.2026" });
  const opened = await convert(lead.id);
  await desk.win(opened.id, { amount: "900,00", signedOn: "5.3.2026" });
  await notAFit((await desk.newLead({ name: "Nei takk", cameInOn: "2.3.2026" })).id);
  const lost = await desk.open({ name: "Uten lead", openedOn: "3.3.2026" });
  await desk.lose(lost.id, { lostReasonId: (await desk.lostReason()).id, on: "4.3.2026" });
  await desk.open({ name: "@åpen" });
}

function convert(leadId: LeadId) {
  const typed = { leadId, version: "1", name: "Salg", note: "", openedOn: "1.3.2026" };
  return desk.run((ctx) => makeOpportunity(ctx, makeOpportunityInput("nb").parse(typed)));
}

async function notAFit(id: LeadId) {
  const typed = { id, version: "1", stageId: await desk.stage("lead", "not_a_fit"), on: "2.3.2026" };
  await desk.run((ctx) => moveLead(ctx, moveLeadInput("nb").parse(typed)));
}

async function exported(teamId: TeamId, user: Member, dataset: Dataset, params: Readonly<Record<string, string>> = {}) {
  const asked = {
    leads: { dataset: "leads", query: readLeadsQuery(params, user.id) },
    opportunities: { dataset: "opportunities", query: readOpportunitiesQuery(params, user.id) },
    deals: { dataset: "deals", query: readDealsQuery(params) },
    transitions: { dataset: "transitions" },
  } as const;
  const pieces: string[] = [];
  await desk.as(teamId, user, async (ctx) => {
    await exportRecords(ctx, asked[dataset], async (piece) => void pieces.push(piece));
    await noteExport(ctx, asked[dataset]);
  });
  return pieces.join("");
}

/** Rows by their first column, as an import reads them. */
async function cellsOf(text: string) {
  const table = await readWhole(text.replace(/^\ufeff/, ""), ";");
  return table.records
    .map(({ cells }) => Object.fromEntries(table.header.map((name, at) => [name, cells[at]])))
    .toSorted((a, b) => String(a["external_id"]).localeCompare(String(b["external_id"])));
}

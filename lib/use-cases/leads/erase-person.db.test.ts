import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allRows } from "@/db/testing/all-rows";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { Member, TeamContext } from "@/lib/auth/team-context";
import type { LeadId, OpportunityId, TeamId } from "@/lib/domain/ids";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { newId } from "@/lib/new-id";
import { answerOnce } from "@/lib/use-cases/api-keys/answer-once";
import { importDesk } from "@/lib/use-cases/import/testing/import-desk";
import { editOpportunity, editOpportunityInput } from "@/lib/use-cases/opportunities/edit-opportunity";
import {
  makeOpportunity,
  makeOpportunityInput,
  openOpportunity,
  openOpportunityInput,
} from "@/lib/use-cases/opportunities/open-opportunity";
import { loadRates } from "@/lib/use-cases/report/load-rates";
import { checkCaches } from "@/lib/use-cases/verify/check-caches";
import { checkCounters } from "@/lib/use-cases/verify/check-counters";
import { checkLog } from "@/lib/use-cases/verify/check-log";
import { editLead, editLeadInput } from "./edit-lead";
import { eraseLead, EraseLeadInput, eraseOpportunity } from "./erase-person";
import { refusal } from "./testing/lead-desk";

let database: TestDatabase;
let admin: Sql;
let desk: ReturnType<typeof importDesk>;
let team: { readonly teamId: TeamId; readonly owner: Member };

beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  desk = importDesk(database.db);
  team = await desk.newTeam();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

const EVERYTHING: ReportQuery = {
  periodChoice: { key: "all" },
  period: null,
  basis: "start",
  leadConvertsAt: "customer",
  channels: [],
  campaigns: [],
  owners: [],
};
const run = <T>(work: (ctx: TeamContext) => Promise<T>) => desk.as(team.teamId, team.owner, work);
const everywhere = async () => JSON.stringify(await allRows(admin, team.teamId)).toLowerCase();
const rates = () =>
  run(async (ctx) => {
    const { total, rows } = await loadRates(ctx, { report: EVERYTHING, groupBy: "month" });
    return JSON.stringify([total, rows], (name, value: unknown) => (name === "query" ? undefined : value));
  });
const versionOf = async (table: "leads" | "opportunities", id: string) => {
  const [row] = await admin<{ version: number }[]>`select version from ${admin(table)} where id = ${id}`;
  return row?.version ?? 0;
};
const erase = async (id: LeadId) => {
  const version = await versionOf("leads", id);
  await run((ctx) => eraseLead(ctx, { id, version, understood: true }));
};

test("a person who was imported, sold to and met in passing is erased from every table; no number moves and the log is whole", async () => {
  const header = "external_id;name;company;email;phone;came_in_on;note";
  const person = 'kanari-7;Kanari "Nord" Hansen;Kanari AS;kanari@nord.no;+47 99 88 77 66;2026-03-02;Om kanari';
  await desk.import(team, "leads", `${header}\n${person}\nx-2;Per;;;;2026-03-03;`);
  await desk.import(
    team,
    "deals",
    "external_id;lead_external_id;signed_on;amount;currency;kind\nkanari-d;kanari-7;2026-04-01;9;NOK;one_off",
  );
  const notTaken = await desk.upload(team, "leads", `${header}\n${person};\ny-1;Kari;;;;2026-03-03;`);
  const leftOut = await desk.import(
    team,
    "leads",
    `${header}\nz-1;Ny;;;;2026-03-03;\nz-2;Kanari@nord.no;;;;2026-02-30;`,
  );
  const [{ id: leadId } = { id: newId<LeadId>() }] = await admin<{ id: LeadId }[]>`
    select id from leads where email = 'kanari@nord.no'`;
  const version = String(await versionOf("leads", leadId));
  const typed = makeOpportunityInput("nb").parse({
    leadId,
    version,
    name: "Kanari-salget",
    note: "kanari",
  });
  const { id: opportunityId } = await run((ctx) => makeOpportunity(ctx, typed));
  await run((ctx) =>
    answerOnce(ctx, { key: "k", requestHash: "kanari" }, async () => ({
      status: 201,
      response: `{"id":"${leadId}","name":"Kanari"}`,
    })),
  );
  const before = await rates();
  expect(await everywhere()).toContain("kanari");

  await erase(leadId);

  expect(await everywhere()).not.toContain("kanari");
  expect(await everywhere()).not.toContain("hansen");
  expect(await rates()).toBe(before);
  expect(await run(({ db }) => Promise.all([checkLog(db), checkCaches(db), checkCounters(db)]))).toEqual([
    null,
    [],
    [],
  ]);
  expect((await desk.batch(team, notTaken)).state).toBe("undone");
  expect(await desk.batch(team, leftOut.id)).toMatchObject({ state: "applied", counts: leftOut.counts });
  expect(await refusal(run((ctx) => answerOnce(ctx, { key: "k", requestHash: "kanari" }, never)))).toBe(
    "request-mismatch",
  );
  await expectSilence(leadId, opportunityId);
});

/** Nothing is written any more about whoever was erased. */
async function expectSilence(leadId: LeadId, opportunityId: OpportunityId): Promise<void> {
  const [lead, opportunity] = [await versionOf("leads", leadId), await versionOf("opportunities", opportunityId)];
  const named = { name: "Tilbake", note: "", version: String(lead) };
  const edit = editLeadInput("nb").parse({ ...named, id: leadId });
  const open = makeOpportunityInput("nb").parse({ ...named, leadId });
  const editSale = editOpportunityInput("nb").parse({ ...named, id: opportunityId, version: String(opportunity) });
  const again = { id: leadId, version: lead, understood: true } as const;
  expect(await refusal(run((ctx) => editLead(ctx, edit)))).toBe("erased");
  expect(await refusal(run((ctx) => makeOpportunity(ctx, open)))).toBe("erased");
  expect(await refusal(run((ctx) => editOpportunity(ctx, editSale)))).toBe("erased");
  expect(await refusal(run((ctx) => eraseLead(ctx, again)))).toBe("erased");
  await expect(admin`update leads set name = 'Tilbake' where id = ${leadId}`).rejects.toThrow(
    /leads_erased_empty_check/,
  );
}

test("an opportunity without a lead is erased by itself, one with a lead only with it", async () => {
  const opened = openOpportunityInput("nb").parse({ name: "Linerle Svartdal", note: "linerle" });
  const { id } = await run((ctx) => openOpportunity(ctx, opened));
  await run((ctx) => eraseOpportunity(ctx, { id, version: 1, understood: true }));
  expect(await everywhere()).not.toContain("linerle");
  const [{ id: withLead } = { id }] = await admin<{ id: OpportunityId }[]>`
    select id from opportunities where team_id = ${team.teamId} and lead_id is not null`;
  const version = await versionOf("opportunities", withLead);
  expect(await refusal(run((ctx) => eraseOpportunity(ctx, { id: withLead, version, understood: true })))).toBe(
    "not-found",
  );
});

test("another team's person is not found, a stale version is a conflict, and it wants to be understood", async () => {
  const other = await desk.newTeam();
  const [{ id } = { id: newId<LeadId>() }] = await admin<{ id: LeadId }[]>`
    select id from leads where team_id = ${team.teamId} and external_id = 'x-2'`;
  const asked = { id, version: await versionOf("leads", id), understood: true } as const;
  expect(await refusal(desk.as(other.teamId, other.owner, (ctx) => eraseLead(ctx, asked)))).toBe("not-found");
  expect(await refusal(run((ctx) => eraseLead(ctx, { ...asked, version: 77 })))).toBe("conflict");
  expect(EraseLeadInput.safeParse({ id, version: "1" }).success).toBe(false);
  expect(await everywhere()).toContain("x-2");
});

async function never(): Promise<never> {
  throw new Error("done again");
}

import { afterAll, beforeAll, expect, it } from "vitest";
import { eq, sql } from "drizzle-orm";
import { findImportContent, listSeenFingerprints } from "@/db/queries/imports";
import { deals, leads, opportunities } from "@/db/schema/records";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { moveLead } from "@/lib/use-cases/leads/move-lead";
import { listStages } from "@/db/queries/pipeline";
import { allHostileVectors } from "@/lib/domain/testing/hostile-vectors";
import type { LeadId } from "@/lib/domain/ids";
import { applyImport, startImport } from "./apply-import";
import { listRejects } from "./list-rejects";
import { undoImport } from "./undo-import";
import { uploadImport } from "./upload-import";
import { importDesk, type Importer } from "./testing/import-desk";

let database: TestDatabase;
let desk: ReturnType<typeof importDesk>;

beforeAll(async () => {
  database = await testDatabase();
  desk = importDesk(database.db);
});
afterAll(() => database.drop());

const TWO = "id,name,dato,kanal\na,Ås AS,2026-03-01,Messe\nb,Bø AS,2026-03-02,\n";

it("a second file with a changed name and a new day updates, and refuses the day, line by line", async () => {
  const team = await desk.newTeam();
  await desk.import(team, "leads", TWO);
  const again = await desk.import(
    team,
    "leads",
    "id,name,dato\na,Ås og sønn,2026-03-01\nb,Bø AS,2026-03-09\nc,Cé,2026-03-03\n",
  );
  expect(again.counts).toEqual({ create: 1, update: 1, skip: 0, reject: 1 });
  expect(await names(team)).toEqual(["Bø AS", "Cé", "Ås og sønn"]);
  const rejects = await desk.as(team.teamId, team.owner, (ctx) => listRejects(ctx, again.id));
  expect(rejects.rows).toEqual([
    { cells: ["b", "Bø AS", "2026-03-09"], errors: [{ column: "came_in_on", code: "date-differs" }] },
  ]);
});

it("leads, then their opportunities, then their deals complete what was implied and double nothing", async () => {
  const team = await desk.newTeam();
  await desk.import(
    team,
    "leads",
    "external_id,came_in_on,qualified_on,customer_on\na,2026-03-01,2026-03-05,2026-03-09\n",
  );
  const second = await desk.import(
    team,
    "opportunities",
    "external_id;lead_external_id;opened_on;won_on;amount\no1;a;2026-03-05;2026-03-09;900\n",
  );
  const third = await desk.import(
    team,
    "deals",
    "external_id;opportunity_external_id;signed_on;amount;kind\nd1;o1;2026-03-09;1000;prosjekt\n",
  );
  expect([second.counts.update, third.counts.update]).toEqual([1, 1]);
  const found = await desk.within(team.teamId, async (db) => ({
    opportunities: await db.tx
      .select({ externalId: opportunities.externalId })
      .from(opportunities)
      .where(db.where(opportunities)),
    deals: await db.tx.select({ minor: deals.amountMinor, kind: deals.kind }).from(deals).where(db.where(deals)),
  }));
  expect(found).toEqual({ opportunities: [{ externalId: "o1" }], deals: [{ minor: 100_000, kind: "project" }] });
});

it("another team's batch is not found, to start, to apply, to list or to undo", async () => {
  const a = await desk.newTeam();
  const b = await desk.newTeam();
  const id = await desk.upload(a, "leads", TWO);
  for (const act of [startImport, undoImport]) {
    const tried = desk.as(b.teamId, b.owner, async (ctx) => void (await act(ctx, { id, version: 1 })));
    await expect(tried).rejects.toMatchObject({ code: "not-found" });
  }
  await expect(desk.as(b.teamId, b.owner, (ctx) => listRejects(ctx, id))).rejects.toMatchObject({ code: "not-found" });
  expect(await desk.as(b.teamId, b.owner, (ctx) => applyImport(ctx, id))).toBe(false);
  expect(await names(b)).toEqual([]);
});

it("an import that dies in the middle leaves nothing, and the batch can be started again", async () => {
  const team = await desk.newTeam();
  const id = await desk.upload(team, "leads", TWO);
  await desk.start(team, id);
  const dies = desk.as(team.teamId, team.owner, async (ctx) => {
    await applyImport(ctx, id);
    throw new Error("power cut");
  });
  await expect(dies).rejects.toThrow("power cut");
  expect(await names(team)).toEqual([]);
  expect((await desk.batch(team, id)).state).toBe("applying");
  expect(await desk.apply(team, id)).toBe(true);
  expect(await names(team)).toEqual(["Bø AS", "Ås AS"]);
});

it("two applications at once have one effect", async () => {
  const team = await desk.newTeam();
  const id = await desk.upload(team, "leads", TWO);
  await desk.start(team, id);
  const run = () => desk.as(team.teamId, team.owner, (ctx) => applyImport(ctx, id));
  const done = await Promise.all([run(), run(), run()]);
  expect(done.filter(Boolean)).toHaveLength(1);
  expect(await names(team)).toEqual(["Bø AS", "Ås AS"]);
});

it("an undo keeps the lead that somebody has moved since, and says so; the rest can be imported again", async () => {
  const team = await desk.newTeam();
  const { id } = await desk.import(team, "leads", TWO);
  const moved = await leadOf(team, "a");
  await desk.as(team.teamId, team.owner, async (ctx) => {
    const stage = (await listStages(ctx.db)).find(({ subject, kind }) => subject === "lead" && kind === "not_a_fit");
    if (!stage) throw new Error("no stage");
    await moveLead(ctx, { ...moved, stageId: stage.id, on: null, excludedAs: null });
  });
  expect((await desk.undo(team, id)).left).toBe(1);
  expect(await names(team)).toEqual(["Ås AS"]);
  const again = await desk.import(team, "leads", TWO);
  expect(again.counts).toEqual({ create: 1, update: 0, skip: 1, reject: 0 });
});

it("an import cannot be undone twice, nor after seven days, nor by a member who did not make it", async () => {
  const team = await desk.newTeam();
  const { id } = await desk.import(team, "leads", TWO);
  const member = await desk.newMember(team.teamId, "member");
  await expect(desk.as(team.teamId, member, (ctx) => undoImport(ctx, { id }))).rejects.toMatchObject({
    code: "forbidden",
  });
  const late = new Date("2026-12-01T12:00:00Z");
  await expect(desk.as(team.teamId, team.owner, (ctx) => undoImport(ctx, { id }), late)).rejects.toMatchObject({
    code: "already-undone",
  });
  await desk.undo(team, id);
  await expect(desk.undo(team, id)).rejects.toMatchObject({ code: "already-undone" });
});

it("hostile text in every cell is stored as it is or refused with its line, and never an error of the database", async () => {
  const team = await desk.newTeam();
  const inputs = allHostileVectors().flatMap(({ input }) =>
    typeof input === "string" && input.length < 5000 ? [input] : [],
  );
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const header = "external_id,name,company,phone,channel,note";
  const lines = inputs.map((input, at) => [`x${at}`, input, input, input, input, input].map(cell).join(","));
  const batch = await desk.import(team, "leads", [header, ...lines].join("\n"));
  const { create, update, skip, reject } = batch.counts;
  expect(create + update + skip + reject).toBe(inputs.length);
  expect(reject).toBeGreaterThan(0);
});

it("what is no text, no table, or too large is refused and stored nowhere", async () => {
  const team = await desk.newTeam();
  for (const file of ["", "a,a\n1,2", "a,b", new Uint8Array([0x50, 0x4b, 0x03, 0x04]), "__proto__,b\n1,2"]) {
    await expect(desk.upload(team, "leads", file)).rejects.toMatchObject({ code: "file-refused" });
  }
});

it("pasted rows are understood when each heading is known and no day can be read in two ways; a file is looked at", async () => {
  const { teamId, owner } = await desk.newTeam();
  const isUnderstood = async (text: string, fileName = "") => {
    const input = { kind: "leads" as const, fileName, bytes: new TextEncoder().encode(text) };
    return (await desk.as(teamId, owner, (ctx) => uploadImport(ctx, input))).isUnderstood;
  };
  expect(await isUnderstood(TWO)).toBe(true);
  expect(await isUnderstood(TWO, "kunder.csv")).toBe(false);
  expect(await isUnderstood("name,skonummer\nÅs AS,43")).toBe(false);
  expect(await isUnderstood("name,dato\nÅs AS,03/04/2026")).toBe(false);
});

it("the file's text is gone once it is applied, but for the rows that were left out", async () => {
  const team = await desk.newTeam();
  const clean = await desk.import(team, "leads", TWO);
  const dirty = await desk.import(team, "leads", "id,name,dato\nx,Xi,2026-03-01\ny,Yi,i går\n");
  const [first, second] = await desk.as(team.teamId, team.owner, async ({ db }) => [
    await findImportContent(db, clean.id),
    await findImportContent(db, dirty.id),
  ]);
  expect(first).toBeNull();
  expect(second).toContain("Yi");
  expect(second).not.toContain("Xi");
  expect(await desk.within(team.teamId, (db) => listSeenFingerprints(db, "leads", []))).toEqual(new Set());
});

async function names({ teamId }: Importer): Promise<readonly (string | null)[]> {
  const rows = await desk.within(teamId, (db) =>
    db.tx
      .select({ name: leads.name })
      .from(leads)
      .where(db.where(leads, sql`${leads.kind} is not null`)),
  );
  return rows.map(({ name }) => name).toSorted((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
}

async function leadOf({ teamId }: Importer, externalId: string): Promise<{ id: LeadId; version: number }> {
  const [row] = await desk.within(teamId, (db) =>
    db.tx
      .select({ id: leads.id, version: leads.version })
      .from(leads)
      .where(db.where(leads, eq(leads.externalId, externalId))),
  );
  if (!row) throw new Error(`no lead ${externalId}`);
  return row;
}

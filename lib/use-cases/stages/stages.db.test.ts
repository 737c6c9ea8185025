import { afterAll, beforeAll, expect, it } from "vitest";
import { leadCache } from "@/db/mutations/record-cases";
import { lockCases } from "@/db/queries/cases";
import { listStages } from "@/db/queries/pipeline";
import { countRecordsByStage } from "@/db/queries/records-in-stage";
import type { TeamDb } from "@/db/scope";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import type { Member, TeamContext } from "@/lib/auth/team-context";
import type { LeadId, TeamId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { stateOf } from "@/lib/domain/pipeline/case";
import type { Kind, Subject } from "@/lib/domain/pipeline/kinds";
import { NEVER_TOLD } from "@/lib/domain/pipeline/when";
import { createLead } from "@/lib/use-cases/leads/create-lead";
import { moveLead } from "@/lib/use-cases/leads/move-lead";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { addStage } from "./add-stage";
import { archiveStage } from "./archive-stage";
import { renameStage } from "./rename-stage";
import { reorderStage } from "./reorder-stage";

let database: TestDatabase;
let desk: ReturnType<typeof teamDesk>;
let team: { teamId: TeamId; owner: Member };

beforeAll(async () => {
  database = await testDatabase();
  desk = teamDesk(database.db);
});
afterAll(async () => database.drop());

const as = <T>(work: (ctx: TeamContext) => Promise<T>) => desk.as(team.teamId, team.owner, work);

async function stagesOf(db: TeamDb, subject: Subject, kind: Kind) {
  const stages = await listStages(db);
  return stages.filter((stage) => stage.subject === subject && stage.kind === kind && stage.archivedAt === null);
}

const named = (subject: Subject, kind: Kind) =>
  as(async ({ db }) => (await stagesOf(db, subject, kind)).map(({ name }) => name));

function first(db: TeamDb, subject: Subject, kind: Kind) {
  return stagesOf(db, subject, kind).then(([stage]) => {
    if (!stage) throw new Error("no stage");
    return stage;
  });
}

const newLead = (name: string) =>
  as((ctx) =>
    createLead(ctx, {
      ...{ name, company: null, email: null, phone: null, note: "", channelId: null, campaignId: null },
      ...{ ownerId: null, cameInOn: null, money: null },
    }),
  );

const leadState = (id: LeadId) =>
  as(async ({ db }) => {
    const file = (await lockCases(db, { leadIds: [id], opportunityIds: [] }, () => NEVER_TOLD)).get(id);
    if (!file) throw new Error("no lead");
    return { rows: file.lead?.rows ?? [], cache: leadCache(stateOf(file).lead) };
  });

it("a stage is added last of its kind, renamed, and moved up and down inside the kind alone", async () => {
  team = await desk.newTeam();
  const { id } = await as((ctx) => addStage(ctx, { subject: "lead", kind: "open", name: "Venter" }));
  expect(await named("lead", "open")).toEqual(["Nytt lead", "Kontaktet", "Venter"]);
  await as((ctx) => reorderStage(ctx, { id, version: 1, direction: "up" }));
  expect(await named("lead", "open")).toEqual(["Nytt lead", "Venter", "Kontaktet"]);
  await as((ctx) => reorderStage(ctx, { id, version: 2, direction: "up" }));
  await as((ctx) => reorderStage(ctx, { id, version: 3, direction: "up" }));
  expect(await named("lead", "open")).toEqual(["Venter", "Nytt lead", "Kontaktet"]);
  await as((ctx) => renameStage(ctx, { id, version: 3, name: "Ikke ringt" }));
  expect(await named("lead", "open")).toEqual(["Ikke ringt", "Nytt lead", "Kontaktet"]);
  expect(await named("lead", "qualified")).toEqual(["Kvalifisert"]);
});

it("a name that differs in case, accents or spaces only is taken, among leads and opportunities each", async () => {
  team = await desk.newTeam();
  const taken = { details: { fields: { name: "name-taken" } } };
  await expect(as((ctx) => addStage(ctx, { subject: "lead", kind: "open", name: " KONTAKTET" }))).rejects.toMatchObject(
    taken,
  );
  await as((ctx) => addStage(ctx, { subject: "opportunity", kind: "open", name: "Kontaktet" }));
  await expect(
    as((ctx) => addStage(ctx, { subject: "opportunity", kind: "qualified", name: "Ny" })),
  ).rejects.toMatchObject({ details: { fields: { kind: "choice" } } });
});

it("a stage in use is archived only with a new stage, and its leads move there through the log", async () => {
  team = await desk.newTeam();
  const [one, two] = [await newLead("Kari"), await newLead("Ola")];
  const [from, to] = await as(({ db }) => stagesOf(db, "lead", "open"));
  if (!from || !to) throw new Error("no stages");
  await expect(as((ctx) => archiveStage(ctx, { ...from, toStageId: null }))).rejects.toMatchObject({
    code: "stage-in-use",
    details: { n: 2 },
  });
  await as((ctx) => archiveStage(ctx, { ...from, toStageId: to.id }));
  const counts = await as(({ db }) => countRecordsByStage(db));
  expect([counts.get(from.id), counts.get(to.id)]).toEqual([undefined, 2]);
  for (const { id } of [one, two]) {
    const { rows, cache } = await leadState(id);
    expect(rows.map(({ fromStageId, toStageId }) => [fromStageId, toStageId])).toEqual([
      [null, from.id],
      [from.id, to.id],
    ]);
    expect(cache.stageId).toBe(to.id);
  }
  expect(await named("lead", "open")).toEqual(["Kontaktet"]);
});

it("leads that are not a fit keep the day of that decision when their stage is put away", async () => {
  team = await desk.newTeam();
  const { id } = await newLead("Kari");
  const out = await as(({ db }) => first(db, "lead", "not_a_fit"));
  await as((ctx) => moveLead(ctx, { id, version: 1, stageId: out.id, excludedAs: null, on: "2026-11-20" }));
  const before = await leadState(id);
  const { id: to } = await as((ctx) => addStage(ctx, { subject: "lead", kind: "not_a_fit", name: "Utenfor" }));
  await as((ctx) => archiveStage(ctx, { ...out, toStageId: to }));
  const after = await leadState(id);
  expect(before.cache.decidedDay).toBe("2026-11-20");
  expect(after.cache).toMatchObject({ stageId: to, kind: "not_a_fit", decidedDay: "2026-11-20" });
});

it("excluded leads stay out for the same reason when their stage is put away", async () => {
  team = await desk.newTeam();
  const { id } = await newLead("Test");
  const out = await as(({ db }) => first(db, "lead", "excluded"));
  await as((ctx) => moveLead(ctx, { id, version: 1, stageId: out.id, excludedAs: "spam", on: null }));
  const { id: to } = await as((ctx) => addStage(ctx, { subject: "lead", kind: "excluded", name: "Søppel" }));
  await as((ctx) => archiveStage(ctx, { ...out, toStageId: to }));
  expect((await leadState(id)).cache).toMatchObject({ stageId: to, excludedAs: "spam" });
});

it("the last stage of a kind stays, also when two are put away at once; a stage of another kind takes nobody over", async () => {
  team = await desk.newTeam();
  const won = await as(({ db }) => first(db, "opportunity", "won"));
  await expect(as((ctx) => archiveStage(ctx, { ...won, toStageId: null }))).rejects.toMatchObject({
    code: "last-stage",
  });
  await newLead("Kari");
  const [a, b] = await as(({ db }) => stagesOf(db, "lead", "open"));
  if (!a || !b) throw new Error("no stages");
  const qualified = await as(({ db }) => first(db, "lead", "qualified"));
  await expect(as((ctx) => archiveStage(ctx, { ...a, toStageId: qualified.id }))).rejects.toMatchObject({
    details: { fields: { toStageId: "choice" } },
  });
  await Promise.allSettled([
    as((ctx) => archiveStage(ctx, { ...a, toStageId: b.id })),
    as((ctx) => archiveStage(ctx, { ...b, toStageId: a.id })),
  ]);
  expect(await named("lead", "open")).toHaveLength(1);
});

it("fifty stages added at once stand in fifty places", async () => {
  team = await desk.newTeam();
  await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      as((ctx) => addStage(ctx, { subject: "opportunity", kind: "open", name: `Steg ${n}` })),
    ),
  );
  const stages = (await as(({ db }) => listStages(db))).filter(({ subject }) => subject === "opportunity");
  expect(new Set(stages.map(({ position }) => position)).size).toBe(stages.length);
  expect(stages.slice(0, 53).every(({ kind }) => kind === "open")).toBe(true);
});

it("leads come in while stages are shaped: nobody waits in a circle", async () => {
  team = await desk.newTeam();
  const work = Array.from({ length: 15 }, (_, n) => [
    newLead(`Lead ${n}`),
    as((ctx) => addStage(ctx, { subject: "lead", kind: "open", name: `Steg ${n}` })),
  ]);
  const outcomes = await Promise.allSettled(work.flat());
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
});

it("another team's stage is not found, and only owners and admins change stages", async () => {
  const foreign = await desk.newTeam();
  const theirs = await desk.as(foreign.teamId, foreign.owner, ({ db }) => first(db, "lead", "open"));
  team = await desk.newTeam();
  const refused = { code: "not-found" };
  await expect(as((ctx) => renameStage(ctx, { ...theirs, name: "Vår" }))).rejects.toMatchObject(refused);
  await expect(as((ctx) => reorderStage(ctx, { ...theirs, direction: "down" }))).rejects.toMatchObject(refused);
  await expect(as((ctx) => archiveStage(ctx, { ...theirs, toStageId: null }))).rejects.toMatchObject(refused);
  expect((["owner", "admin", "member", "viewer"] as const).map((role) => can(role, "settings:stages"))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

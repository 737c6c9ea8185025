import { afterAll, beforeAll, expect, test } from "vitest";
import { listChannels } from "@/db/queries/pipeline";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { undoTransition } from "@/lib/use-cases/transitions/undo-transition";
import { createLeadInput } from "./create-lead";
import { quickAddLead, quickAddLeadInput } from "./quick-add-lead";
import { leadDesk, NOW, refusal } from "./testing/lead-desk";

let database: TestDatabase;
let desk: Awaited<ReturnType<typeof leadDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await leadDesk(database.db);
});
afterAll(() => database.drop());

test("a lead comes in now, in the first open stage, with its first row of the log", async () => {
  const { id } = await desk.newLead({
    name: "Østfold Rør AS",
    email: "Post@Ostfold.no",
    amount: "125 000",
    currency: "NOK",
  });
  const lead = await desk.lead(id);
  expect(lead).toMatchObject({
    name: "Østfold Rør AS",
    email: "post@ostfold.no",
    kind: "open",
    cameInAt: NOW,
    cameInDay: "2026-11-23",
    expectedMinor: 12_500_000,
    fault: false,
    version: 1,
  });
  const [first, ...more] = await desk.timeline(id);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ fromStage: null, toStageId: lead?.stageId, actorName: desk.owner.name, canUndo: true });
});

test("an earlier day is a day and no more; a later one than today is refused at the field", async () => {
  const { id } = await desk.newLead({ cameInOn: "1.11.2026" });
  expect(await desk.timeline(id)).toMatchObject([{ occurredOn: "2026-11-01", dateOnly: true, fault: null }]);
  expect(await refusal(desk.newLead({ cameInOn: "24.11.2026" }))).toEqual({ cameInOn: "date-future" });
});

test("another team's channel is no choice, nor a stranger as owner", async () => {
  const other = await leadDesk(database.db);
  const [channel] = await desk.as(other.teamId, other.owner, ({ db }) => listChannels(db));
  expect(await refusal(desk.newLead({ channelId: channel?.id ?? "" }))).toEqual({ channelId: "choice" });
  expect(await refusal(desk.newLead({ ownerId: other.owner.id }))).toEqual({ ownerId: "choice" });
});

test("undoing its coming in takes the lead away; its history stays", async () => {
  const { id, transitionId } = await desk.newLead();
  await desk.run((ctx) => undoTransition(ctx, { id: transitionId }));
  expect(await desk.lead(id)).toMatchObject({ kind: null, stageId: null });
  expect(await desk.timeline(id)).toMatchObject([
    { undone: true, canUndo: false },
    { undoesId: transitionId, canUndo: false },
  ]);
});

test("a possible duplicate is told: by its address before by its folded name, never one taken back", async () => {
  const byName = await desk.newLead({ name: "Blåbær AS" });
  const byEmail = await desk.newLead({ name: "Noe helt annet", email: "hei@blabar.no" });
  expect((await desk.newLead({ name: "BLÅBÆR as" })).duplicate).toMatchObject({ id: byName.id, by: "name" });
  const both = await desk.newLead({ name: "Blåbær AS", email: "hei@blabar.no" });
  expect(both.duplicate).toMatchObject({ id: byEmail.id, by: "email", email: "hei@blabar.no" });
  const gone = await desk.newLead({ name: "Enslig" });
  await desk.run((ctx) => undoTransition(ctx, { id: gone.transitionId }));
  expect((await desk.newLead({ name: "Enslig" })).duplicate).toBeNull();
});

test("a typed line becomes a lead with channel, amount and address, its writer's; unknown marks are told", async () => {
  const line = "Østfold Rør AS #some #xyz 125 000 kr post@ostfoldror.no";
  const input = quickAddLeadInput("nb").parse({ line });
  const { id, unknown } = await desk.run((ctx) => quickAddLead(ctx, input));
  expect(unknown).toEqual(["#xyz"]);
  expect(await desk.lead(id)).toMatchObject({
    name: "Østfold Rør AS",
    channel: "Sosiale medier",
    owner: desk.owner.name,
    email: "post@ostfoldror.no",
    expectedMinor: 12_500_000,
    currency: "NOK",
  });
});

test("a line without a name, or with one too long, is refused at the line", async () => {
  const add = (line: string) => desk.run((ctx) => quickAddLead(ctx, quickAddLeadInput("nb").parse({ line })));
  expect(await refusal(add("#some 40 kr"))).toEqual({ line: "required" });
  expect(await refusal(add("x".repeat(201)))).toEqual({ line: "too-long" });
});

test("a field that is none of a lead's is refused", () => {
  const parsed = createLeadInput("nb").safeParse({ name: "A", note: "", kind: "customer" });
  expect(parsed.success).toBe(false);
});

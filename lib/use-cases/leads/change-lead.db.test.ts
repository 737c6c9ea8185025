import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { LeadId } from "@/lib/domain/ids";
import { makeOpportunity, makeOpportunityInput } from "@/lib/use-cases/opportunities/open-opportunity";
import { sellDirectly, sellDirectlyInput } from "@/lib/use-cases/deals/sell-directly";
import { undoTransition } from "@/lib/use-cases/transitions/undo-transition";
import { archiveLead } from "./archive-lead";
import { editLead, editLeadInput } from "./edit-lead";
import { moveLead, moveLeadInput } from "./move-lead";
import { leadDesk, refusal } from "./testing/lead-desk";

let database: TestDatabase;
let desk: Awaited<ReturnType<typeof leadDesk>>;
let other: Awaited<ReturnType<typeof leadDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await leadDesk(database.db);
  other = await leadDesk(database.db);
});
afterAll(() => database.drop());

test("an edit changes the facts and counts the version up; the second editor is told of a conflict and changes nothing", async () => {
  const { id } = await desk.newLead({ name: "Før" });
  await edit(id, { name: "Først" });
  expect(await refusal(edit(id, { name: "Sist" }))).toBe("conflict");
  expect(await desk.lead(id)).toMatchObject({ name: "Først", version: 2 });
});

test("two editors at the same moment: one wins, the other is told", async () => {
  const { id } = await desk.newLead();
  const answers = await Promise.all([refusal(edit(id, { name: "A" })), refusal(edit(id, { name: "B" }))]);
  expect(answers.toSorted()).toEqual(["conflict", "done"]);
  expect((await desk.lead(id))?.name).toBe(answers[0] === "done" ? "A" : "B");
});

test("a new owner is a row of the log that keeps the stage; other facts are not", async () => {
  const { id } = await desk.newLead();
  await edit(id, { company: "Firma" });
  await edit(id, { ownerId: desk.owner.id, version: "2" });
  const log = await desk.timeline(id);
  expect(log).toHaveLength(2);
  expect(log[1]).toMatchObject({ owner: desk.owner.name });
  expect(log[1]?.fromStageId).toBe(log[1]?.toStageId);
});

test("a member may not take a lead from another; an admin may", async () => {
  const { id } = await desk.newLead({ ownerId: desk.owner.id });
  const [member, admin] = [await desk.newMember(desk.teamId, "member"), await desk.newMember(desk.teamId, "admin")];
  const take = editLeadInput("nb").parse({ ...TYPED, id, version: "1", ownerId: member.id });
  expect(await refusal(desk.run((ctx) => editLead(ctx, take), member))).toBe("forbidden");
  expect(await refusal(desk.run((ctx) => editLead(ctx, take), admin))).toBe("done");
});

test("a move is logged with its day; one in the future is refused at the field, one before it came in is a fault in sight", async () => {
  const { id } = await desk.newLead({ cameInOn: "10.11.2026" });
  const second = await desk.stage("lead", "open", 1);
  expect(await refusal(move(id, { stageId: second, on: "24.11.2026" }))).toEqual({ on: "date-future" });
  await move(id, { stageId: second, on: "9.11.2026" });
  expect(await desk.lead(id)).toMatchObject({ stageId: second, fault: true });
  expect((await desk.timeline(id)).at(-1)).toMatchObject({ occurredOn: "2026-11-09", fault: "before-start" });
});

test("two moves of what both have seen: one wins", async () => {
  const { id } = await desk.newLead();
  const [second, refused] = [await desk.stage("lead", "open", 1), await desk.stage("lead", "not_a_fit")];
  const answers = await Promise.all([refusal(move(id, { stageId: second })), refusal(move(id, { stageId: refused }))]);
  expect(answers.toSorted()).toEqual(["conflict", "done"]);
  expect(await desk.timeline(id)).toHaveLength(2);
});

test("held out with a reason, and back in where it was", async () => {
  const { id } = await desk.newLead();
  const before = (await desk.lead(id))?.stageId ?? "";
  const excluded = await desk.stage("lead", "excluded");
  expect(await refusal(move(id, { stageId: excluded }))).toEqual({ excludedAs: "required" });
  await move(id, { stageId: excluded, excludedAs: "spam" });
  expect(await desk.lead(id)).toMatchObject({ kind: "excluded", excludedAs: "spam" });
  await move(id, { stageId: before, version: "2" });
  expect(await desk.lead(id)).toMatchObject({ stageId: before, excludedAs: null });
});

test("not a fit while an opportunity is open is refused; only the opportunity's row is offered to undo", async () => {
  const { id } = await desk.newLead();
  const convert = makeOpportunityInput("nb").parse({ leadId: id, version: "1", name: "Salg", note: "" });
  await desk.run((ctx) => makeOpportunity(ctx, convert));
  const { version = 0 } = (await desk.lead(id)) ?? {};
  const refused = await desk.stage("lead", "not_a_fit");
  expect(await refusal(move(id, { stageId: refused, version: String(version) }))).toBe("opportunity-open");
  const offered = (await desk.timeline(id)).filter((row) => row.canUndo);
  expect(offered.map((row) => row.subject)).toEqual(["opportunity"]);
  for (const row of offered) await desk.run((ctx) => undoTransition(ctx, { id: row.id }));
  expect(await desk.lead(id)).toMatchObject({ kind: "open" });
});

test("a direct deal makes a customer; undoing that voids the deal", async () => {
  const { id } = await desk.newLead();
  const typed = { id, version: "1", amount: "900", currency: "NOK", kind: "one_off" };
  await desk.run((ctx) => sellDirectly(ctx, sellDirectlyInput("nb").parse(typed)));
  expect(await desk.lead(id)).toMatchObject({ kind: "customer", decidedDay: "2026-11-23" });
  const last = (await desk.timeline(id)).findLast((row) => row.canUndo);
  if (last) await desk.run((ctx) => undoTransition(ctx, { id: last.id }));
  expect(await desk.lead(id)).toMatchObject({ kind: "open" });
});

test("archived and back, each once seen", async () => {
  const { id } = await desk.newLead();
  await desk.run((ctx) => archiveLead(ctx, { id, version: 1, put: "away" }));
  expect((await desk.lead(id))?.archivedAt).not.toBeNull();
  expect(await refusal(desk.run((ctx) => archiveLead(ctx, { id, version: 1, put: "back" })))).toBe("conflict");
});

test("another team's lead is not found: to edit, move, archive, convert, sell or undo", async () => {
  const { id, transitionId } = await other.newLead();
  const stageId = await desk.stage("lead", "open", 1);
  const convert = makeOpportunityInput("nb").parse({ leadId: id, version: "1", name: "Salg", note: "" });
  const sell = sellDirectlyInput("nb").parse({ id, version: "1", amount: "1", currency: "NOK", kind: "one_off" });
  const answers = [
    refusal(edit(id, { name: "Tatt" })),
    refusal(move(id, { stageId })),
    refusal(desk.run((ctx) => archiveLead(ctx, { id, version: 1, put: "away" }))),
    refusal(desk.run((ctx) => makeOpportunity(ctx, convert))),
    refusal(desk.run((ctx) => sellDirectly(ctx, sell))),
    refusal(desk.run((ctx) => undoTransition(ctx, { id: transitionId }))),
  ];
  expect(await Promise.all(answers)).toEqual(answers.map(() => "not-found"));
  expect(await other.lead(id)).toMatchObject({ name: "Ola Nordmann", version: 1 });
});

const TYPED = { name: "Ola Nordmann", note: "" };
type Typed = Readonly<Record<string, string>>;

function edit(id: LeadId, typed: Typed): Promise<void> {
  const input = editLeadInput("nb").parse({ ...TYPED, id, version: "1", ...typed });
  return desk.run((ctx) => editLead(ctx, input));
}

function move(id: LeadId, typed: Typed): Promise<void> {
  const input = moveLeadInput("nb").parse({ id, version: "1", ...typed });
  return desk.run((ctx) => moveLead(ctx, input));
}

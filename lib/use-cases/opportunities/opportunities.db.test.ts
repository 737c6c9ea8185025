import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { can } from "@/lib/domain/permissions";
import type { OpportunityId } from "@/lib/domain/ids";
import { voidDeal } from "@/lib/use-cases/deals/void-deal";
import { refusal } from "@/lib/use-cases/leads/testing/lead-desk";
import { undoTransition } from "@/lib/use-cases/transitions/undo-transition";
import { archiveOpportunity } from "./archive-opportunity";
import { editOpportunity, editOpportunityInput } from "./edit-opportunity";
import { makeOpportunity, makeOpportunityInput } from "./open-opportunity";
import { opportunityDesk } from "./testing/opportunity-desk";

let database: TestDatabase;
let desk: Awaited<ReturnType<typeof opportunityDesk>>;
let other: Awaited<ReturnType<typeof opportunityDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await opportunityDesk(database.db);
  other = await opportunityDesk(database.db);
});
afterAll(() => database.drop());

test("opened without a lead: in the stage and on the day stated, its opening the first row of the log", async () => {
  const second = await desk.stage("opportunity", "open", 1);
  const { id, transitionId } = await desk.open({
    stageId: second,
    openedOn: "1.11.2026",
    amount: "2 500",
    currency: "NOK",
  });
  const found = await desk.opportunity(id);
  expect(found).toMatchObject({ leadId: null, stageId: second, openedDay: "2026-11-01", expectedMinor: 250_000 });
  const log = await desk.log(id);
  expect(log.map((row) => row.id)).toEqual([transitionId]);
  expect(log[0]).toMatchObject({ fromStageId: null, toStageId: second, occurredOn: "2026-11-01" });
});

test("a day in the future and a stage that is not open are refused at their fields, and nothing is stored", async () => {
  const won = await desk.stage("opportunity", "won");
  expect(await refusal(desk.open({ openedOn: "24.11.2026" }))).toEqual({ openedOn: "date-future" });
  expect(await refusal(desk.open({ stageId: won }))).toEqual({ stageId: "choice" });
});

test("made of a lead it takes over the lead's owner, and the lead is qualified", async () => {
  const { lead, id } = await ofLead({ ownerId: desk.owner.id });
  expect(await desk.opportunity(id)).toMatchObject({ leadId: lead, ownerId: desk.owner.id });
  expect(await desk.lead(lead)).toMatchObject({ kind: "qualified" });
});

test("moved: the row that undoes it and the stage before are told; undone, it stands where it stood", async () => {
  const { id } = await desk.open();
  const before = await desk.opportunity(id);
  const second = await desk.stage("opportunity", "open", 1);
  const { row } = await desk.move(id, { stageId: second, on: "20.11.2026" });
  expect(row?.from).toBe(before?.stage);
  expect((await desk.log(id)).at(-1)).toMatchObject({ id: row?.id, occurredOn: "2026-11-20", fault: "before-start" });
  if (row) await desk.run((ctx) => undoTransition(ctx, { id: row.id }));
  expect(await desk.opportunity(id)).toMatchObject({ stageId: before?.stageId, fault: false });
  expect(await desk.log(id)).toHaveLength(3);
});

test("won: deal, win and customer together; voiding the deal undoes all three", async () => {
  const { lead, id } = await ofLead();
  const { row, dealId } = await desk.win(id, { amount: "1 250,50", signedOn: "23.11.2026" });
  expect(row).not.toBeNull();
  expect(await desk.opportunity(id)).toMatchObject({ kind: "won", closedDay: "2026-11-23" });
  expect(await desk.lead(lead)).toMatchObject({ kind: "customer", decidedDay: "2026-11-23" });
  const [deal] = await desk.dealsOf(id);
  expect(deal).toMatchObject({ id: dealId, amountMinor: 125_050, currency: "NOK", voidedAt: null });
  await desk.run((ctx) => voidDeal(ctx, { id: dealId, version: deal?.version ?? 0 }));
  expect((await desk.dealsOf(id))[0]?.voidedAt).not.toBeNull();
  expect(await desk.opportunity(id)).toMatchObject({ kind: "open", closedDay: null });
  expect(await desk.lead(lead)).toMatchObject({ kind: "qualified", decidedDay: null });
});

test("a deal that somebody else voided first: the second is told of a conflict", async () => {
  const { id } = await desk.open();
  const { dealId } = await desk.win(id);
  const version = (await desk.dealsOf(id))[0]?.version ?? 0;
  await desk.run((ctx) => voidDeal(ctx, { id: dealId, version }));
  expect(await refusal(desk.run((ctx) => voidDeal(ctx, { id: dealId, version })))).toBe("conflict");
});

test("undoing the win voids its deal", async () => {
  const { id } = await desk.open();
  const { row } = await desk.win(id);
  if (row) await desk.run((ctx) => undoTransition(ctx, { id: row.id }));
  expect(await desk.opportunity(id)).toMatchObject({ kind: "open" });
  expect((await desk.dealsOf(id))[0]?.voidedAt).not.toBeNull();
});

test("lost for a reason of the team's, and opened again without it", async () => {
  const { id } = await desk.open();
  const reason = await desk.lostReason();
  const foreign = await other.lostReason();
  expect(await refusal(desk.lose(id, { lostReasonId: foreign.id }))).toEqual({ lostReasonId: "choice" });
  expect(await desk.lose(id, { lostReasonId: reason.id })).toMatchObject({ kind: "lost", reason: reason.name });
  expect(await desk.opportunity(id)).toMatchObject({ kind: "lost", lostReason: reason.name });
  const { version = 0 } = (await desk.opportunity(id)) ?? {};
  await desk.move(id, { stageId: await desk.stage("opportunity", "open"), version: String(version) });
  expect(await desk.opportunity(id)).toMatchObject({ kind: "open", lostReason: null, closedDay: null });
});

test("won and lost at the same moment: exactly one happens, the other is told of a conflict", async () => {
  const { id } = await desk.open();
  const { id: lostReasonId } = await desk.lostReason();
  const answers = await Promise.all([refusal(desk.win(id)), refusal(desk.lose(id, { lostReasonId }))]);
  expect(answers.toSorted()).toEqual(["conflict", "done"]);
  const isWon = answers[0] === "done";
  expect(await desk.opportunity(id)).toMatchObject({ kind: isWon ? "won" : "lost" });
  expect(await desk.dealsOf(id)).toHaveLength(isWon ? 1 : 0);
  expect(await desk.log(id)).toHaveLength(2);
});

test("an edit changes the facts; the second editor is told of a conflict and changes nothing", async () => {
  const { id } = await desk.open({ name: "Før" });
  await edit(id, { name: "Først", amount: "10", currency: "EUR" });
  expect(await refusal(edit(id, { name: "Sist" }))).toBe("conflict");
  expect(await desk.opportunity(id)).toMatchObject({ name: "Først", expectedMinor: 1000, currency: "EUR", version: 2 });
});

test("turned back into a lead while its opening is the last row; not after a move", async () => {
  const { lead, id, transitionId } = await ofLead();
  await desk.move(id, { stageId: await desk.stage("opportunity", "open", 1) });
  const turnBack = () => desk.run((ctx) => undoTransition(ctx, { id: transitionId }));
  expect(await refusal(turnBack())).toBe("not-last");
  const last = (await desk.log(id)).findLast((row) => row.canUndo);
  if (last) await desk.run((ctx) => undoTransition(ctx, { id: last.id }));
  expect(await refusal(turnBack())).toBe("done");
  expect(await desk.opportunity(id)).toMatchObject({ kind: null, stageId: null });
  expect(await desk.lead(lead)).toMatchObject({ kind: "open" });
});

test("archived and back, each once seen", async () => {
  const { id } = await desk.open();
  await desk.run((ctx) => archiveOpportunity(ctx, { id, version: 1, put: "away" }));
  expect((await desk.opportunity(id))?.archivedAt).not.toBeNull();
  const back = (version: number) => desk.run((ctx) => archiveOpportunity(ctx, { id, version, put: "back" }));
  expect(await refusal(back(1))).toBe("conflict");
  await back(2);
  expect((await desk.opportunity(id))?.archivedAt).toBeNull();
});

test("another team's opportunity and deal are not found: to edit, move, win, lose, archive, void or undo", async () => {
  const { id, transitionId } = await other.open();
  const { id: won } = await other.open();
  const { dealId } = await other.win(won);
  const answers = [
    refusal(edit(id, { name: "Tatt" })),
    refusal(desk.move(id, { stageId: await desk.stage("opportunity", "open", 1) })),
    refusal(desk.win(id)),
    refusal(desk.lose(id, { lostReasonId: (await desk.lostReason()).id })),
    refusal(desk.run((ctx) => archiveOpportunity(ctx, { id, version: 1, put: "away" }))),
    refusal(desk.run((ctx) => voidDeal(ctx, { id: dealId, version: 1 }))),
    refusal(desk.run(async (ctx) => transitionId && undoTransition(ctx, { id: transitionId }))),
  ];
  expect(await Promise.all(answers)).toEqual(answers.map(() => "not-found"));
  expect(await other.opportunity(id)).toMatchObject({ name: "Mersalg", version: 1 });
  expect((await other.dealsOf(won))[0]?.voidedAt).toBeNull();
});

test("a member may not take an opportunity from another; an admin may. Voiding a deal is for admins and owners", async () => {
  const { id } = await desk.open({ ownerId: desk.owner.id });
  const [member, admin] = [await desk.newMember(desk.teamId, "member"), await desk.newMember(desk.teamId, "admin")];
  const take = editOpportunityInput("nb").parse({ ...TYPED, id, version: "1", ownerId: member.id });
  expect(await refusal(desk.run((ctx) => editOpportunity(ctx, take), member))).toBe("forbidden");
  expect(await refusal(desk.run((ctx) => editOpportunity(ctx, take), admin))).toBe("done");
  // The door of `voidDealAction` asks for this capability, and nothing beneath it asks again.
  const roles = ["owner", "admin", "member", "viewer"] as const;
  expect(roles.filter((role) => can(role, "deal:void"))).toEqual(["owner", "admin"]);
});

const TYPED = { name: "Mersalg", note: "" };
type Typed = Readonly<Record<string, string>>;

function edit(id: OpportunityId, typed: Typed): Promise<void> {
  const input = editOpportunityInput("nb").parse({ ...TYPED, id, version: "1", ...typed });
  return desk.run((ctx) => editOpportunity(ctx, input));
}

async function ofLead(typed: Typed = {}) {
  const { id: lead } = await desk.newLead(typed);
  const input = makeOpportunityInput("nb").parse({ ...TYPED, leadId: lead, version: "1" });
  const { id, transitionId } = await desk.run((ctx) => makeOpportunity(ctx, input));
  if (transitionId === null) throw new Error("opened without a row");
  return { lead, id, transitionId };
}

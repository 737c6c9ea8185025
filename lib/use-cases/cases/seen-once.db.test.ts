import { afterAll, beforeAll, expect, test } from "vitest";
import { listDealsOfLead, listOpportunitiesOfLead } from "@/db/queries/lead-dealings";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { Member } from "@/lib/auth/team-context";
import type { LeadId } from "@/lib/domain/ids";
import { newId } from "@/lib/new-id";
import { sellDirectly, sellDirectlyInput } from "@/lib/use-cases/deals/sell-directly";
import { editLead, editLeadInput } from "@/lib/use-cases/leads/edit-lead";
import { refusal } from "@/lib/use-cases/leads/testing/lead-desk";
import { makeOpportunity, makeOpportunityInput } from "@/lib/use-cases/opportunities/open-opportunity";
import { opportunityDesk } from "@/lib/use-cases/opportunities/testing/opportunity-desk";
import { winOpportunity, winOpportunityInput } from "@/lib/use-cases/opportunities/win-opportunity";
import { undoTransition } from "@/lib/use-cases/transitions/undo-transition";

let database: TestDatabase;
let desk: Awaited<ReturnType<typeof opportunityDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await opportunityDesk(database.db);
});
afterAll(() => database.drop());

test("a form that makes an opportunity, sent twice, makes one; seen anew, the lead can have a second", async () => {
  const { id } = await desk.newLead();
  const twice = await Promise.all([refusal(convert(id, 1)), refusal(convert(id, 1))]);
  expect(twice.toSorted()).toEqual(["conflict", "done"]);
  const { version = 0 } = (await desk.lead(id)) ?? {};
  const again = await Promise.all([refusal(convert(id, version)), refusal(convert(id, version))]);
  expect(again.toSorted()).toEqual(["conflict", "done"]);
  expect(await within((db) => listOpportunitiesOfLead(db, id))).toHaveLength(2);
});

test("a direct deal with a customer, sent twice, is one deal", async () => {
  const { id } = await desk.newLead();
  await sell(id, 1);
  const { version = 0 } = (await desk.lead(id)) ?? {};
  const twice = await Promise.all([refusal(sell(id, version)), refusal(sell(id, version))]);
  expect(twice.toSorted()).toEqual(["conflict", "done"]);
  expect(await within((db) => listDealsOfLead(db, id))).toHaveLength(2);
});

test("a conflict says who changed the record, and which version is there now", async () => {
  const { id } = await desk.newLead();
  const kari = await desk.newMember(desk.teamId, "member");
  await edit(id, 1, kari);
  expect(await detailsOf(edit(id, 1))).toEqual({ by: "member", who: kari.name, version: 2 });
  await edit(id, 2);
  expect(await detailsOf(edit(id, 2))).toEqual({ by: "self", who: desk.owner.name, version: 3 });
});

test("a member takes back a win of their own; another's win goes only with the right to void its deal", async () => {
  const [kari, ola] = [await desk.newMember(desk.teamId, "member"), await desk.newMember(desk.teamId, "member")];
  const won = async () => {
    const { id } = await desk.open();
    const typed = { id, version: "1", amount: "100", currency: "NOK", kind: "one_off" };
    const { row } = await desk.run((ctx) => winOpportunity(ctx, winOpportunityInput("nb").parse(typed)), kari);
    if (row === null) throw new Error("won without a row");
    return { id, undo: (by: Member) => refusal(desk.run((ctx) => undoTransition(ctx, row), by)) };
  };
  const [first, second] = [await won(), await won()];
  expect(await first.undo(ola)).toBe("forbidden");
  expect(await desk.opportunity(first.id)).toMatchObject({ kind: "won" });
  expect([await first.undo(kari), await second.undo(desk.owner)]).toEqual(["done", "done"]);
  expect(await desk.opportunity(first.id)).toMatchObject({ kind: "open" });
});

test("a member undoes another's move that signed nothing", async () => {
  const { id } = await desk.open();
  const { row } = await desk.move(id, { stageId: await desk.stage("opportunity", "open", 1) });
  const ola = await desk.newMember(desk.teamId, "member");
  if (row === null) throw new Error("moved without a row");
  expect(await refusal(desk.run((ctx) => undoTransition(ctx, row), ola))).toBe("done");
});

test("one drawn form for a lead, sent 20 times at once, is one lead; in the next form the same name is a second", async () => {
  const [sending, next] = [newId(), newId()];
  const sent = await Promise.all(Array.from({ length: 20 }, () => desk.newLead({ name: "Dobbel", sending })));
  expect(new Set(sent.map(({ id, transitionId }) => `${id} ${transitionId}`)).size).toBe(1);
  const again = await desk.newLead({ name: "Dobbel", sending: next });
  expect(again.duplicate?.id).toBe(sent[0]?.id);
  const other = await desk.newLead({ name: "Enda en", sending });
  expect(new Set([sent[0]?.id, again.id, other.id]).size).toBe(3);
});

test("one drawn form for an opportunity without a lead, sent twice at once, opens one; another member's is their own", async () => {
  const sending = newId();
  const kari = await desk.newMember(desk.teamId, "member");
  const [one, two] = await Promise.all([desk.open({ sending }), desk.open({ sending })]);
  expect(one).toEqual(two);
  expect((await desk.open({ sending }, kari)).id).not.toBe(one.id);
  expect(await desk.log(one.id)).toHaveLength(1);
});

const within = <T>(work: Parameters<typeof desk.within<T>>[1]) => desk.within(desk.teamId, work);

function convert(leadId: LeadId, version: number) {
  const input = makeOpportunityInput("nb").parse({ leadId, version: String(version), name: "Salg", note: "" });
  return desk.run((ctx) => makeOpportunity(ctx, input));
}

function sell(id: LeadId, version: number) {
  const typed = { id, version: String(version), amount: "900", currency: "NOK", kind: "one_off" };
  return desk.run((ctx) => sellDirectly(ctx, sellDirectlyInput("nb").parse(typed)));
}

function edit(id: LeadId, version: number, by?: Member) {
  const input = editLeadInput("nb").parse({ id, version: String(version), name: "Ola", note: "" });
  return desk.run((ctx) => editLead(ctx, input), by);
}

async function detailsOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Error && "details" in error ? error.details : error;
}

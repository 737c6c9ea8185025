import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { Member } from "@/lib/auth/team-context";
import { newId } from "@/lib/new-id";
import { refusal } from "@/lib/use-cases/leads/testing/lead-desk";
import { opportunityDesk } from "@/lib/use-cases/opportunities/testing/opportunity-desk";
import { changeLeads, ChangeLeadsInput, changeOpportunities, ChangeOpportunitiesInput } from "./change-many";
import { undoMany } from "./undo-many";

let database: TestDatabase;
let desk: Awaited<ReturnType<typeof opportunityDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await opportunityDesk(database.db);
});
afterAll(() => database.drop());

test("three leads move at once, each logged; an excluded one among them is left and told; the undo appends", async () => {
  const stageId = await desk.stage("lead", "open", 1);
  const [{ id: one }, { id: two }] = [await desk.newLead(), await desk.newLead()];
  const excluded = (await desk.newLead()).id;
  expect(await leads([excluded], { change: "exclude", excludedAs: "spam" })).toMatchObject({ changed: 1 });
  const done = await leads([one, two, excluded], { change: "stage", stageId });
  expect(done).toMatchObject({ changed: 2, refused: [{ code: "already-decided", n: 1 }] });
  expect([(await desk.lead(one))?.stageId, (await desk.lead(excluded))?.kind]).toEqual([stageId, "excluded"]);
  expect(await desk.timeline(one)).toHaveLength(2);
  expect(await desk.run((ctx) => undoMany(ctx, { ids: done.rows }))).toMatchObject({ changed: 2, refused: [] });
  expect((await desk.timeline(two)).map(({ undoesId }) => undoesId !== null)).toContain(true);
  expect((await desk.lead(two))?.stageId).not.toBe(stageId);
});

test("a member gives away their own and nobody's, not another's; a new channel drops the campaign of the old one", async () => {
  const [kari, ola] = [await desk.newMember(desk.teamId, "member"), await desk.newMember(desk.teamId, "member")];
  const [own, others] = [await desk.newLead({ ownerId: kari.id }), await desk.newLead({ ownerId: ola.id })];
  expect(await leads([own.id, others.id], { change: "owner", ownerId: ola.id }, kari)).toMatchObject({ changed: 1 });
  const third = await desk.newLead({ ownerId: ola.id });
  const tried = await leads([third.id], { change: "owner", ownerId: kari.id }, kari);
  expect(tried).toMatchObject({ changed: 0, refused: [{ code: "forbidden", n: 1 }] });
});

test("opportunities of one lead move together; putting away is taken back by the opposite", async () => {
  const [one, two] = [await desk.open(), await desk.open()];
  const stageId = await desk.stage("opportunity", "open", 1);
  expect(await opportunities([one.id, two.id], { change: "stage", stageId })).toMatchObject({ changed: 2 });
  const away = await opportunities([one.id, two.id], { change: "archive" });
  expect(away.put).toEqual({ ids: [one.id, two.id], back: "unarchive" });
  expect((await desk.opportunity(one.id))?.archivedAt).not.toBeNull();
  await opportunities(away.put?.ids ?? [], { change: "unarchive" });
  expect((await desk.opportunity(one.id))?.archivedAt).toBeNull();
});

test("an id of another team among own ones changes nothing; none, a foreign stage, a won stage are refused at the field", async () => {
  const other = await desk.newTeam();
  const own = await desk.newLead();
  const theirs = newId();
  expect(await refusal(leads([own.id, theirs], { change: "archive" }))).toBe("not-found");
  expect((await desk.lead(own.id))?.archivedAt).toBeNull();
  expect(await refusal(leads([], { change: "archive" }))).toEqual({ ids: "required" });
  const won = await desk.stage("opportunity", "won");
  expect(await refusal(leads([own.id], { change: "stage", stageId: won }))).toEqual({ stageId: "choice" });
  const opened = await desk.open();
  expect(await refusal(opportunities([opened.id], { change: "stage", stageId: won }))).toEqual({ stageId: "choice" });
  expect(await refusal(leads([own.id], { change: "owner", ownerId: other.owner.id }))).toEqual({ ownerId: "choice" });
  expect(await refusal(desk.run((ctx) => undoMany(ctx, { ids: [newId()] })))).toBe("not-found");
});

type Typed = Readonly<Record<string, string>>;

function leads(ids: readonly string[], typed: Typed, by?: Member) {
  return desk.run((ctx) => changeLeads(ctx, ChangeLeadsInput.parse({ ids, ...typed })), by);
}

function opportunities(ids: readonly string[], typed: Typed) {
  return desk.run((ctx) => changeOpportunities(ctx, ChangeOpportunitiesInput.parse({ ids, ...typed })));
}

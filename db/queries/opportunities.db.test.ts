import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import {
  OPPORTUNITIES_SORTS,
  readOpportunitiesQuery,
  writeOpportunitiesQuery,
} from "@/lib/domain/opportunities/opportunities-query";
import { archiveOpportunity } from "@/lib/use-cases/opportunities/archive-opportunity";
import { NOW } from "@/lib/use-cases/leads/testing/lead-desk";
import { opportunityDesk } from "@/lib/use-cases/opportunities/testing/opportunity-desk";
import { undoTransition } from "@/lib/use-cases/transitions/undo-transition";
import { countOpportunities, findOpportunity, listOpportunities, OPPORTUNITIES_PER_PAGE } from "./opportunities";
import { CARDS_PER_STAGE, listBoardCards, sumBoard } from "./opportunity-board";

const MANY = 2 * OPPORTUNITIES_PER_PAGE + 3;
let database: TestDatabase;
let desk: Awaited<ReturnType<typeof opportunityDesk>>;
let full: Awaited<ReturnType<typeof opportunityDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await opportunityDesk(database.db);
  full = await opportunityDesk(database.db);
  // Few names and few moments, so that pages are cut between equals.
  for (let i = 0; i < MANY; i += 1) {
    await full.open({ name: `Salg ${i % 4}` }, full.owner, new Date(NOW.getTime() + (i % 3) * 1000));
  }
}, 60_000);
afterAll(() => database.drop());

test.each(OPPORTUNITIES_SORTS.flatMap((column) => [column, `-${column}`]))(
  "pages by %s give every opportunity once, forwards and back again",
  async (sort) => {
    const [there, back] = await walk(sort);
    expect(there).toHaveLength(MANY);
    expect(new Set(there).size).toBe(MANY);
    expect(back).toEqual(there.slice(0, MANY - (MANY % OPPORTUNITIES_PER_PAGE)));
  },
);

test(`a board shows at most ${CARDS_PER_STAGE} cards of a stage and counts them all`, async () => {
  const { cards, sums } = await board(full);
  expect(cards).toHaveLength(CARDS_PER_STAGE);
  expect(sums).toMatchObject([{ currency: null, n: MANY, minor: 0 }]);
});

test("2 × 1 000 NOK, 500 EUR and one without a value in a stage: three rows, never one sum; won and lost ones in none", async () => {
  const team = await opportunityDesk(database.db);
  const stageId = await team.stage("opportunity", "open", 1);
  for (const amount of ["1000", "1000"]) await team.open({ stageId, amount, currency: "NOK" });
  await team.open({ stageId, amount: "500", currency: "EUR" });
  await team.open({ stageId });
  await team.win((await team.open({ stageId, amount: "9000", currency: "NOK" })).id);
  await team.lose((await team.open({ stageId })).id, { lostReasonId: (await team.lostReason()).id });
  const { cards, sums } = await board(team);
  expect(cards).toHaveLength(4);
  expect(sums).toEqual([
    { stageId, currency: "EUR", n: 1, minor: 50_000 },
    { stageId, currency: "NOK", n: 2, minor: 200_000 },
    { stageId, currency: null, n: 1, minor: 0 },
  ]);
});

test("filters and search: kind, owner, those put away apart from the rest, and the names of opportunity and lead", async () => {
  const mine = await desk.open({ name: "Blåbær 100%", ownerId: desk.owner.id });
  const away = await desk.open({ name: "Borte" });
  const won = await desk.open({ name: "Vunnet" });
  await desk.win(won.id);
  await desk.run((ctx) => archiveOpportunity(ctx, { id: away.id, version: 1, put: "away" }));
  expect((await found({})).ids.toSorted()).toEqual([mine.id, won.id].toSorted());
  expect((await found({ kind: "won" })).ids).toEqual([won.id]);
  expect((await found({ owner: "me" })).ids).toEqual([mine.id]);
  expect((await found({ owner: "none" })).ids).toEqual([won.id]);
  expect((await found({ archived: "1" })).ids).toEqual([away.id]);
  expect((await found({ q: "blabær 100%" })).ids).toEqual([mine.id]);
  expect((await found({ q: "%" })).ids).toEqual([mine.id]);
});

test("one whose opening was undone is in no list and on no board, and still found by its id", async () => {
  const { id, transitionId } = await desk.open({ name: "Angret" });
  await desk.run(async (ctx) => transitionId && undoTransition(ctx, { id: transitionId }));
  expect((await found({ q: "Angret" })).ids).toEqual([]);
  expect((await board(desk)).cards.map((card) => card.id)).not.toContain(id);
  expect(await desk.opportunity(id)).toMatchObject({ name: "Angret", kind: null });
});

test("another team's opportunities are in no list, on no board and not found", async () => {
  const { id } = await full.open({ name: "Hemmelig" });
  expect((await found({ q: "Hemmelig" })).ids).toEqual([]);
  expect((await board(desk)).cards.map((card) => card.id)).not.toContain(id);
  expect(await desk.within(desk.teamId, (db) => findOpportunity(db, id))).toBeNull();
});

test("what is no value of ours in an address is left out, and the rest comes back as it was written", () => {
  const write = (params: Params) => writeOpportunitiesQuery(readOpportunitiesQuery(params, desk.owner.id));
  expect(write({ layout: "grid", at: "a~'; drop~1", sort: "password", kind: "x", q: "\u0000" })).toEqual(write({}));
  const kept = { layout: "list", q: "a", kind: ["open"], owner: ["none"], sort: "name", archived: "1" };
  expect(write(kept)).toMatchObject(kept);
});

type Params = Parameters<typeof readOpportunitiesQuery>[0];

async function found(params: Params) {
  const query = readOpportunitiesQuery(params, desk.owner.id);
  return desk.within(desk.teamId, async (db) => ({
    ids: (await listOpportunities(db, query)).rows.map(({ id }) => id),
    total: await countOpportunities(db, query),
  }));
}

function board(of: typeof desk) {
  const query = readOpportunitiesQuery({}, of.owner.id);
  return of.within(of.teamId, async (db) => ({
    cards: await listBoardCards(db, query),
    sums: await sumBoard(db, query),
  }));
}

/** From the first page to the last by "next", then to the first by "previous": the ids in their order, both times. */
async function walk(sort: string) {
  const read = (at: Params) =>
    full.within(full.teamId, (db) => listOpportunities(db, readOpportunitiesQuery({ ...at, sort }, full.owner.id)));
  const linkTo = (cursor: Parameters<typeof writeOpportunitiesQuery>[0]["cursor"]) =>
    writeOpportunitiesQuery({ ...readOpportunitiesQuery({ sort }, full.owner.id), cursor });
  const there: string[] = [];
  let page = await read({});
  for (;;) {
    there.push(...page.rows.map(({ id }) => id));
    if (page.next === null) break;
    page = await read(linkTo(page.next));
  }
  const back: string[] = [];
  while (page.previous !== null) {
    page = await read(linkTo(page.previous));
    back.unshift(...page.rows.map(({ id }) => id));
  }
  return [there, back] as const;
}

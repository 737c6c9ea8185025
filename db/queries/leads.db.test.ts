import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { LEADS_SORTS, readLeadsQuery, writeLeadsQuery } from "@/lib/domain/leads/leads-query";
import { archiveLead } from "@/lib/use-cases/leads/archive-lead";
import { leadDesk, NOW } from "@/lib/use-cases/leads/testing/lead-desk";
import { undoTransition } from "@/lib/use-cases/transitions/undo-transition";
import { countLeads, findLead, LEADS_PER_PAGE, listLeads } from "./leads";

const MANY = 2 * LEADS_PER_PAGE + 7;
let database: TestDatabase;
let desk: Awaited<ReturnType<typeof leadDesk>>;
let full: Awaited<ReturnType<typeof leadDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await leadDesk(database.db);
  full = await leadDesk(database.db);
  // Few names and few moments, so that pages are cut between equals.
  for (let i = 0; i < MANY; i += 1) {
    await full.newLead({ name: `Lead ${i % 4}` }, new Date(NOW.getTime() + (i % 3) * 1000));
  }
}, 60_000);
afterAll(() => database.drop());

test.each(LEADS_SORTS.flatMap((column) => [column, `-${column}`]))(
  "pages by %s give every lead once, forwards and back again",
  async (sort) => {
    const [there, back] = await walk(sort);
    expect(there).toHaveLength(MANY);
    expect(new Set(there).size).toBe(MANY);
    expect(back).toEqual(there.slice(0, MANY - (MANY % LEADS_PER_PAGE)));
  },
);

test("the newest stands first, and all pages together are counted", async () => {
  const { id } = await desk.newLead({ name: "Gammel", cameInOn: "1.1.2026" });
  const newest = await desk.newLead({ name: "Ny" });
  const { ids, total } = await found({});
  expect(ids.slice(0, 2)).toEqual([newest.id, id]);
  expect(total).toBe(ids.length);
});

test("a search is literal text, whatever its case and accents, in name, company and address", async () => {
  const ids = [
    (await desk.newLead({ name: "Blåbær 100% AS" })).id,
    (await desk.newLead({ name: "Firma", company: "Under_strek" })).id,
    (await desk.newLead({ name: "Adresse", email: "noen@kattugle.no" })).id,
  ];
  expect((await found({ q: "BLABAER" })).ids).toEqual([ids[0]]);
  expect((await found({ q: "100%" })).ids).toEqual([ids[0]]);
  expect((await found({ q: "under_STREK" })).ids).toEqual([ids[1]]);
  expect((await found({ q: "kattugle" })).ids).toEqual([ids[2]]);
  for (const q of ["%", "_", "\\"]) {
    const { ids: hits } = await found({ q });
    expect(hits.every((id) => ids.includes(id))).toBe(true);
  }
});

test("filters: kind, stage, owner, nobody's, and those put away apart from the rest", async () => {
  const mine = await desk.newLead({ name: "Min", ownerId: desk.owner.id });
  const away = await desk.newLead({ name: "Borte" });
  await desk.run((ctx) => archiveLead(ctx, { id: away.id, version: 1, put: "away" }));
  expect((await found({ owner: "me" })).ids).toEqual([mine.id]);
  expect((await found({ owner: ["me", "none"] })).ids).toContain(mine.id);
  expect((await found({ owner: "none" })).ids).not.toContain(mine.id);
  expect((await found({ archived: "1" })).ids).toEqual([away.id]);
  expect((await found({})).ids).not.toContain(away.id);
  expect((await found({ kind: "customer" })).ids).toEqual([]);
  const stage = (await desk.lead(mine.id))?.stageId ?? "";
  expect((await found({ stage })).ids).toContain(mine.id);
});

test("a lead whose coming in was undone is in no list, and still found by its id", async () => {
  const { id, transitionId } = await desk.newLead({ name: "Angret" });
  await desk.run((ctx) => undoTransition(ctx, { id: transitionId }));
  expect((await found({ q: "Angret" })).ids).toEqual([]);
  expect(await desk.lead(id)).toMatchObject({ name: "Angret", kind: null });
});

test("another team's leads are in no list and not found", async () => {
  const { id } = await full.newLead({ name: "Hemmelig" });
  expect((await found({ q: "Hemmelig" })).ids).toEqual([]);
  expect(await desk.within(desk.teamId, (db) => findLead(db, id))).toBeNull();
});

test("what is no value of ours in an address is left out, and the rest comes back as it was written", async () => {
  const strange = { at: "a~'; drop~1", sort: "password", kind: "x", owner: "1 or 1=1", q: "\u0000", archived: "yes" };
  expect(writeLeadsQuery(readLeadsQuery(strange, desk.owner.id))).toEqual(
    writeLeadsQuery(readLeadsQuery({}, desk.owner.id)),
  );
  const kept = { q: "a", kind: ["open"], owner: ["none"], sort: "name", archived: "1" };
  expect(writeLeadsQuery(readLeadsQuery(kept, desk.owner.id))).toMatchObject(kept);
});

type Params = Parameters<typeof readLeadsQuery>[0];

async function found(params: Params) {
  const query = readLeadsQuery(params, desk.owner.id);
  return desk.within(desk.teamId, async (db) => ({
    ids: (await listLeads(db, query)).rows.map(({ id }) => id),
    total: await countLeads(db, query),
  }));
}

/** From the first page to the last by "next", then to the first by "previous": the ids in their order, both times. */
async function walk(sort: string) {
  const read = (at: Params) =>
    full.within(full.teamId, (db) => listLeads(db, readLeadsQuery({ ...at, sort }, full.owner.id)));
  const linkTo = (cursor: Parameters<typeof writeLeadsQuery>[0]["cursor"]) =>
    writeLeadsQuery({ ...readLeadsQuery({ sort }, full.owner.id), cursor });
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

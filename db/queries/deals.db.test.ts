import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { readDealsQuery, writeDealsQuery } from "@/lib/domain/deals/deals-query";
import { sellDirectly, sellDirectlyInput } from "@/lib/use-cases/deals/sell-directly";
import { voidDeal } from "@/lib/use-cases/deals/void-deal";
import { opportunityDesk } from "@/lib/use-cases/opportunities/testing/opportunity-desk";
import { countDeals, DEALS_PER_PAGE, listDeals, sumDeals } from "./deals";

const MANY = 2 * DEALS_PER_PAGE + 3;
let database: TestDatabase;
let desk: Awaited<ReturnType<typeof opportunityDesk>>;
let full: Awaited<ReturnType<typeof opportunityDesk>>;

beforeAll(async () => {
  database = await testDatabase();
  desk = await opportunityDesk(database.db);
  full = await opportunityDesk(database.db);
  for (let i = 0; i < MANY; i += 1) await sell(full, { signedOn: `${(i % 3) + 1}.11.2026` });
}, 60_000);
afterAll(() => database.drop());

test("pages give every deal once, forwards and back again, the last signed first", async () => {
  const read = (at: Params) => full.within(full.teamId, (db) => listDeals(db, readDealsQuery(at)));
  const linkTo = (cursor: Parameters<typeof writeDealsQuery>[0]["cursor"]) =>
    writeDealsQuery({ ...readDealsQuery({}), cursor });
  const there: string[] = [];
  const days: string[] = [];
  let page = await read({});
  for (;;) {
    there.push(...page.rows.map(({ id }) => id));
    days.push(...page.rows.map(({ signedOn }) => signedOn ?? ""));
    if (page.next === null) break;
    page = await read(linkTo(page.next));
  }
  const back: string[] = [];
  while (page.previous !== null) {
    page = await read(linkTo(page.previous));
    back.unshift(...page.rows.map(({ id }) => id));
  }
  expect(new Set(there).size).toBe(MANY);
  expect(back).toEqual(there.slice(0, MANY - (MANY % DEALS_PER_PAGE)));
  expect(days).toEqual(days.toSorted().toReversed());
});

test("2 × 1 000 NOK a month, 500 EUR a month and 700 NOK once: three sums, never across; a voided deal is in none", async () => {
  const team = await opportunityDesk(database.db);
  const monthly = { kind: "subscription", termMonths: "12" };
  for (const amount of ["1000", "1000"]) await sell(team, { ...monthly, amount });
  await sell(team, { ...monthly, amount: "500", currency: "EUR" });
  await sell(team, { amount: "700" });
  const gone = await sell(team, { amount: "9000" });
  await team.run((ctx) => voidDeal(ctx, { id: gone, version: 1 }));
  expect(await sums(team, {})).toEqual([
    { kind: "one_off", currency: "NOK", n: 1, minor: 70_000 },
    { kind: "subscription", currency: "EUR", n: 1, minor: 50_000 },
    { kind: "subscription", currency: "NOK", n: 2, minor: 200_000 },
  ]);
  expect(await sums(team, { kind: "one_off" })).toHaveLength(1);
  expect((await found(team, {})).total).toBe(4);
  expect((await found(team, { state: "voided" })).rows.map(({ id }) => id)).toEqual([gone]);
  expect((await found(team, { state: "all" })).total).toBe(5);
});

test("a direct deal has its lead for a customer and its lead's owner; any other its opportunity and that one's", async () => {
  const direct = await sell(desk, {}, { name: "Direkte AS", ownerId: desk.owner.id });
  const { id } = await desk.open({ name: "Mersalg" });
  const { dealId } = await desk.win(id);
  const { rows } = await found(desk, {});
  expect(rows.find((deal) => deal.id === direct)).toMatchObject({
    lead: "Direkte AS",
    opportunityId: null,
    owner: desk.owner.name,
  });
  expect(rows.find((deal) => deal.id === dealId)).toMatchObject({ lead: null, opportunity: "Mersalg", owner: null });
});

test("another team's deals are in no list and no sum", async () => {
  const empty = await opportunityDesk(database.db);
  expect(await found(empty, { state: "all" })).toMatchObject({ rows: [], total: 0 });
  expect(await sums(empty, {})).toEqual([]);
});

type Params = Parameters<typeof readDealsQuery>[0];
type Typed = Readonly<Record<string, string>>;

async function sell(team: typeof desk, typed: Typed, lead: Typed = {}) {
  const { id } = await team.newLead(lead);
  const deal = { id, version: "1", amount: "900", currency: "NOK", kind: "one_off", ...typed };
  const { dealId } = await team.run((ctx) => sellDirectly(ctx, sellDirectlyInput("nb").parse(deal)));
  return dealId;
}

function found(team: typeof desk, params: Params) {
  const query = readDealsQuery(params);
  return team.within(team.teamId, async (db) => ({
    rows: (await listDeals(db, query)).rows,
    total: await countDeals(db, query),
  }));
}

function sums(team: typeof desk, params: Params) {
  return team.within(team.teamId, (db) => sumDeals(db, readDealsQuery(params)));
}

import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { allRows } from "@/db/testing/all-rows";
import { type PlantedTeam, plantTeam } from "@/db/testing/planted-team";
import { purgeTeams } from "./purge-teams";

const NOW = new Date("2026-11-27T10:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000);

let database: TestDatabase;
let admin: Sql;
beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

async function teamDeleted(at: Date | null): Promise<PlantedTeam> {
  const team = await plantTeam(admin);
  await admin`update teams set deleted_at = ${at} where id = ${team.id}`;
  await admin`insert into team_addresses (slug, taken_by) select slug, id from teams where id = ${team.id}`;
  return team;
}
const rowsOf = async ({ id }: PlantedTeam) => Object.values(await allRows(admin, id)).flat().length;

it("a team deleted 30 days ago is gone from every table, and nothing of any other team is", async () => {
  const [due, graced, living] = [
    await teamDeleted(daysAgo(31)),
    await teamDeleted(daysAgo(29)),
    await teamDeleted(null),
  ];
  const [{ slug } = { slug: "" }] = await admin<{ slug: string }[]>`select slug from teams where id = ${due.id}`;
  const before = [await allRows(admin, graced.id), await allRows(admin, living.id)];
  const there = await rowsOf(due);
  expect(there).toBeGreaterThan(20);

  const certificates = await purgeTeams(database.purgeUrl, NOW);

  expect(certificates).toEqual([{ teamId: due.id, at: NOW.toISOString(), rows: expect.any(Number) }]);
  expect(certificates[0]?.rows).toBeGreaterThanOrEqual(there);
  expect(await rowsOf(due)).toBe(0);
  expect([await allRows(admin, graced.id), await allRows(admin, living.id)]).toEqual(before);
  expect(await admin`select taken_by from team_addresses where slug = ${slug}`).toEqual([{ taken_by: null }]);
  expect(await purgeTeams(database.purgeUrl, NOW)).toEqual([]);
});

it("while another server purges, this one leaves it to it", async () => {
  const team = await teamDeleted(daysAgo(40));
  const other = postgres(database.purgeUrl, { max: 1 });
  await other`select pg_advisory_lock(7463902)`;
  expect(await purgeTeams(database.purgeUrl, NOW)).toEqual([]);
  await other.end();
  expect(await purgeTeams(database.purgeUrl, NOW)).toMatchObject([{ teamId: team.id }]);
});

it("who purges can do nothing to a team that is not deleted, not even when told to", async () => {
  const team = await teamDeleted(null);
  const purge = postgres(database.purgeUrl, { max: 1 });
  await purge`select use_team(${team.id})`;
  expect(await purge`select id from teams`).toEqual([]); // no team outside a transaction
  await expect(purge`update teams set deleted_at = now()`).rejects.toThrow(/permission denied/);
  await expect(purge`insert into leads (id) values (gen_random_uuid())`).rejects.toThrow(/permission denied/);
  await purge.end();
});

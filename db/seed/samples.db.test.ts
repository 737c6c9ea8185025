import { afterAll, beforeAll, expect, test } from "vitest";
import { findUserByEmail, listTeamsOf } from "@/db/directory";
import { findSampleBatch } from "@/db/queries/samples";
import { TeamDb } from "@/db/scope";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { SAMPLE_SIGN_IN, seedSamples } from "./samples";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test("a first start makes three sample teams, each with one flagged batch; a second start makes no more", async () => {
  await seedSamples(database.appUrl);
  await seedSamples(database.appUrl);
  const teams = await database.db.transaction({ teamId: null, access: "read" }, async (tx) => {
    const user = await findUserByEmail(tx, SAMPLE_SIGN_IN.email);
    return user === null ? [] : listTeamsOf(tx, user.id);
  });
  expect(teams.map(({ name }) => name)).toEqual(["Nordlys Programvare", "Fjord Rådgivning", "Synlig Byrå"]);
  for (const { id } of teams) {
    const batch = await database.db.transaction({ teamId: id, access: "read" }, (tx) =>
      findSampleBatch(new TeamDb(tx, id)),
    );
    expect(batch).not.toBeNull();
  }
});

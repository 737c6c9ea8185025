import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { roleUrls, withConnection } from "@/db/bootstrap";
import { createDatabase } from "@/db/client";
import { openOperator } from "@/lib/auth/open-operator";
import { asId, type TeamId } from "@/lib/domain/ids";
import { checkCounters } from "@/lib/use-cases/verify/check-counters";
import { bench, type Measured } from "./bench";
import { md5 } from "./md5";
import { NOW, ourReport, questionOf, YEAR } from "./reads";
import { resultsOf } from "./table";

const SIZES = { leads: 2000, teams: 40 };
const name = `${inject("clonePrefix")}${randomBytes(6).toString("hex")}`;
const server = { adminUrl: inject("adminUrl"), passwords: inject("rolePasswords") };

/** The second team, which nobody moves anything in. */
const middling = md5("team2");

let measured: Measured;
beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined); // its progress
  measured = await bench(server, name, SIZES, { rounds: 1, slowRounds: 1, turnMs: 0, seconds: 0.2, asOf: true });
});
afterAll(() =>
  withConnection(server.adminUrl, async (sql) => void (await sql`drop database if exists ${sql(name)} with (force)`)),
);

it("measures every way of reading and writing, none of which fails, and says of each goal whether it is met", () => {
  expect(measured.reads.filter(({ median }) => !(median > 0))).toEqual([]);
  expect(measured.moves.map(({ failures }) => failures)).toEqual(measured.moves.map(() => 0));
  expect(resultsOf([measured], "2026-11-15").match(/met|\*\*missed\*\*/g)).toHaveLength(7);
});

it("its teams are as the app would have made them: counters and log say what the records say", async () => {
  const db = createDatabase(roleUrls(server.adminUrl, name, server.passwords).appUrl, { max: 1 });
  const faults = await openOperator(db, asId<TeamId>(middling), "read", checkCounters);
  const now = await ourReport(db, middling, questionOf(YEAR));
  const then = await ourReport(db, middling, questionOf(YEAR, { asOf: { at: NOW } }));
  expect(faults).toEqual([]);
  expect(now.report.total.parts.leads.total).toBeGreaterThan(0);
  expect(then.report.total.parts).toEqual(now.report.total.parts);
  await db.close();
});

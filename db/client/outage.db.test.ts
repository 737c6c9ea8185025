import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createDatabase, type Database, type DatabaseOptions, DatabaseUnavailable, type Tx } from "@/db/client";
import { asId, type TeamId } from "@/lib/domain/ids";
import { Proxy, PROXY_TLS } from "./testing/proxy";
import { makeScratch, type Scratch } from "./testing/scratch";

const READ = { teamId: asId<TeamId>(randomUUID()), access: "read" } as const;

let scratch: Scratch;
let proxy: Proxy;
const opened: Database[] = [];
beforeAll(async () => {
  scratch = await makeScratch();
});
beforeEach(async () => {
  proxy = await Proxy.start(scratch.url);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await proxy.stop();
});
afterAll(() => scratch.drop());

test("a short transaction is three round trips: begin with the team, the query, commit", async () => {
  const db = open({ max: 1 });
  await db.transaction(READ, one); // connects, and prepares the statement
  const [wire] = proxy.wires;
  const before = wire?.turns ?? 0;
  await db.transaction(READ, one);
  expect(wire?.turns).toBe(before + 3);
});

test("an exhausted pool says so in time, and serves again when there is room", async () => {
  const db = open({ max: 1, acquireTimeoutMs: 300 });
  const long = db.transaction(READ, () => sleep(800));
  const started = performance.now();
  await expect(db.transaction(READ, one)).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect(performance.now() - started).toBeLessThan(700);
  await long;
  expect(await db.transaction(READ, one)).toBe(1);
});

test.for<[string, DatabaseOptions]>([
  ["plain", {}],
  ["TLS", { ssl: PROXY_TLS }],
])("a wire that falls silent ends with the deadline, and nobody waits longer: %s", async ([, tls]) => {
  const db = open({ max: 1, acquireTimeoutMs: 500, deadlineMs: 600, ...tls });
  const work = db.transaction(READ, async (tx) => {
    await one(tx);
    proxy.goSilent();
    await one(tx);
  });
  const started = performance.now();
  await expect(work).rejects.toBeInstanceOf(DatabaseUnavailable);
  await expect(db.transaction(READ, one)).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect(performance.now() - started).toBeLessThan(3_000);
});

test("an idle connection that fell silent is found out at BEGIN, within the time for a connection", async () => {
  const db = open({ max: 1, acquireTimeoutMs: 400 });
  await db.transaction(READ, one);
  proxy.goSilent();
  const started = performance.now();
  await expect(db.transaction(READ, one)).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect(performance.now() - started).toBeLessThan(1_500);
});

test("work that never settles ends with the deadline", async () => {
  const db = open({ max: 1, deadlineMs: 300 });
  await expect(db.transaction(READ, () => new Promise(() => {}))).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect(await db.transaction(READ, one)).toBe(1);
});

test("a server that drops every connection and comes back a second later costs waiting, not errors", async () => {
  const db = open({ max: 2 });
  await Promise.all([db.transaction(READ, one), db.transaction(READ, one)]);
  const name = new URL(scratch.url).username;
  await scratch.admin.unsafe(`alter role ${name} nologin`);
  await scratch.admin`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${name}`;
  await Promise.all([...proxy.wires].map(({ closed }) => closed));
  await sleep(100);
  const waiting = [db.transaction(READ, one), db.transaction(READ, one), db.transaction(READ, one)];
  await sleep(1_000);
  await scratch.admin.unsafe(`alter role ${name} login`);
  expect(await Promise.all(waiting)).toEqual([1, 1, 1]);
});

test("no server at all is an answer in time", async () => {
  const db = open({ acquireTimeoutMs: 500 }, "postgres://nobody@127.0.0.1:1/none");
  await expect(db.transaction(READ, one)).rejects.toBeInstanceOf(DatabaseUnavailable);
});

test("behind a pooler the timeouts go along with BEGIN, and no statement stays behind", async () => {
  const db = open({ prepare: false, statementTimeoutMs: 7_000, idleInTransactionTimeoutMs: 8_000 });
  const seen = await db.transaction(READ, async (tx) => {
    await tx.execute(sql`select ${1}::int`);
    return tx.execute(sql`
      select current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as idle,
        (select count(*)::int from pg_prepared_statements) as prepared`);
  });
  expect([...seen]).toEqual([{ statement: "7s", idle: "8s", prepared: 0 }]);
});

test("sslmode in the address: prefer goes on without TLS where there is none, require does not", async () => {
  expect(await open({}, `${scratch.url}?sslmode=prefer`).transaction(READ, one)).toBe(1);
  const strict = open({ acquireTimeoutMs: 500 }, `${scratch.url}?sslmode=require`);
  await expect(strict.transaction(READ, one)).rejects.toMatchObject({
    name: "DatabaseUnavailable",
    cause: { message: "The server does not offer TLS" },
  });
});

function open(options: DatabaseOptions, url = proxy.url): Database {
  const database = createDatabase(url, options);
  opened.push(database);
  return database;
}

async function one(tx: Tx): Promise<number | undefined> {
  const [row] = await tx.execute<{ one: number }>(sql`select ${1}::int as one`);
  return row?.one;
}

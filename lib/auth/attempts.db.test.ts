import { count } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rateLimits } from "@/db/schema/users";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { AppError } from "@/lib/domain/errors";
import { allowAttempt, type Attempt } from "./attempts";

const NOON = new Date("2026-11-23T12:00:00Z");
const minutesLater = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

let server: TestDatabase;
beforeAll(async () => {
  server = await testDatabase();
});
afterAll(() => server.drop());

/** "yes", or the minutes to wait. */
async function ask(attempt: Omit<Attempt, "kind">, now = NOON, factor = 1): Promise<unknown> {
  try {
    await allowAttempt({ db: server.db, secret: "tests", factor }, { kind: "sign-in", ...attempt }, now);
    return "yes";
  } catch (error) {
    if (error instanceof AppError && error.code === "too-many") return error.details["n"];
    throw error;
  }
}

async function askMany(attempts: readonly Omit<Attempt, "kind">[], now = NOON, factor = 1): Promise<number> {
  const answers = await Promise.all(attempts.map((attempt) => ask(attempt, now, factor)));
  return answers.filter((answer) => answer === "yes").length;
}

const times = <T>(n: number, make: (index: number) => T) => Array.from({ length: n }, (_, index) => make(index));

it("of 50 at once on one account from one address, exactly 10 pass", async () => {
  const attempts = times(50, () => ({ account: "a@example.no", address: "192.0.2.1" }));
  expect(await askMany(attempts)).toBe(10);
  expect(await ask({ account: "a@example.no", address: "192.0.2.1" }, minutesLater(3.5))).toBe(12);
  expect(await ask({ account: "a@example.no", address: "192.0.2.1" }, minutesLater(15))).toBe("yes");
});

it("of 80 on as many accounts from one address, exactly 50 pass", async () => {
  const attempts = times(80, (n) => ({ account: `many${n}@example.no`, address: "192.0.2.2" }));
  expect(await askMany(attempts)).toBe(50);
});

it("of 150 on one account from as many addresses, exactly 100 pass", async () => {
  const attempts = times(150, (n) => ({ account: "b@example.no", address: `198.51.100.${n}` }));
  expect(await askMany(attempts)).toBe(100);
});

it("an address that is refused uses up nothing of the account's own share", async () => {
  const attacker = times(60, () => ({ account: "c@example.no", address: "192.0.2.3" }));
  expect(await askMany(attacker)).toBe(10);
  const others = times(100, (n) => ({ account: "c@example.no", address: `203.0.113.${n}` }));
  expect(await askMany(others)).toBe(90);
});

it("without a trusted address the account alone is counted", async () => {
  expect(await askMany(times(20, () => ({ account: "d@example.no", address: null })))).toBe(10);
  expect(await askMany(times(60, (n) => ({ account: `e${n}@example.no`, address: null })))).toBe(60);
});

it("a factor widens each limit", async () => {
  const attempts = times(40, () => ({ account: "f@example.no", address: "192.0.2.4" }));
  expect(await askMany(attempts, NOON, 3)).toBe(30);
});

it("names nobody in the table, and forgets what is a day old", async () => {
  const keys = await server.db.transaction({ teamId: null, access: "read" }, (tx) =>
    tx.select({ key: rateLimits.key }).from(rateLimits),
  );
  expect(keys.filter(({ key }) => !/^[\w-]{43}$/.test(key))).toEqual([]);
  await ask({ account: "g@example.no", address: null }, minutesLater(60 * 25));
  const left = await server.db.transaction({ teamId: null, access: "read" }, (tx) =>
    tx.select({ rows: count() }).from(rateLimits),
  );
  expect(left).toEqual([{ rows: 3 }]);
});

import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asId, type TeamId } from "@/lib/domain/ids";
import {
  createDatabase,
  type Database,
  databaseFault,
  DatabaseUnavailable,
  TransactionAborted,
  TransactionOver,
  type Tx,
} from "./client";
import { newAttempt, write } from "./client/testing/oracle";
import { makeScratch, type Scratch } from "./client/testing/scratch";

const TEAM = asId<TeamId>(randomUUID());
const WRITE = { teamId: TEAM, access: "write" } as const;
const READ = { teamId: TEAM, access: "read" } as const;

let scratch: Scratch;
let db: Database;
beforeAll(async () => {
  scratch = await makeScratch();
});
afterAll(() => scratch.drop());
beforeEach(() => {
  db = createDatabase(scratch.url, { max: 2, acquireTimeoutMs: 1_000 });
});
afterEach(() => db.close());

describe("the team", () => {
  test("is set inside its transaction, and gone from the connection afterwards", async () => {
    const one = createDatabase(scratch.url, { max: 1 });
    expect(await one.transaction(READ, setting)).toBe(TEAM);
    expect(await one.transaction({ teamId: null, access: "read" }, setting)).toBe("");
    await one.close();
  });

  test("is not set from an id that is no UUID", async () => {
    const teamId = asId<TeamId>("x'); drop table written; --");
    await expect(db.transaction({ teamId, access: "write" }, setting)).rejects.toThrow(TypeError);
  });
});

describe("reading", () => {
  test("sees one moment, whatever others store meanwhile", async () => {
    const counts = await db.transaction(READ, async (tx) => {
      const before = await countRows(tx);
      await scratch.admin`insert into written (attempt, believed, step) values (${randomUUID()}, ${TEAM}, 1)`;
      return [before, await countRows(tx)];
    });
    expect(counts[1]).toBe(counts[0]);
  });

  test("cannot write", async () => {
    const error = await db.transaction(READ, (tx) => write(tx, newAttempt(), 1)).catch((reason: unknown) => reason);
    expect(databaseFault(error)?.code).toBe("25006");
  });
});

describe("failing work", () => {
  test("is rolled back, and its own error comes out as it was thrown", async () => {
    const before = await db.transaction(READ, countRows);
    const own = new Error("no");
    const work = db.transaction(WRITE, async (tx) => {
      await write(tx, newAttempt(TEAM), 1);
      throw own;
    });
    await expect(work).rejects.toBe(own);
    expect(await db.transaction(READ, countRows)).toBe(before);
  });

  test("that swallows the database's refusal is not called stored", async () => {
    const attempt = newAttempt(TEAM);
    const error = await db
      .transaction(WRITE, async (tx) => {
        await write(tx, attempt, 1);
        await write(tx, attempt, 1).catch(() => {});
      })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TransactionAborted);
    expect(databaseFault(error)).toEqual({ code: "23505", constraint: "written_attempt_step_key", table: "written" });
  });

  test("says nowhere what was asked or stored, however it is written out", async () => {
    const typed = "kari@example.no";
    const refused = await db
      .transaction(WRITE, (tx) => tx.execute(sql`select ${typed}::uuid`))
      .catch((reason: unknown) => reason);
    const swallowed = await db
      .transaction(WRITE, async (tx) => {
        await tx.execute(sql`select ${typed}::uuid`).catch(() => {});
      })
      .catch((reason: unknown) => reason);
    for (const error of [refused, swallowed]) {
      expect(databaseFault(error)).toEqual({ code: "22P02", constraint: null, table: null });
      expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/kari|select/);
    }
    expect(inspect(refused)).toContain("client/transaction.ts");
  });

  test("has a fault only when the server spoke", () => {
    expect(databaseFault(new Error("other", { cause: new Error("deeper") }))).toBeNull();
    expect(databaseFault("text")).toBeNull();
  });
});

describe("a handle", () => {
  test("is dead once its transaction is over, also in a query made before and awaited after", async () => {
    const { tx, query } = await db.transaction(WRITE, async (tx) => ({ tx, query: tx.execute(sql`select 1`) }));
    await expect(setting(tx)).rejects.toMatchObject({ cause: expect.any(TransactionOver) });
    await expect(query).rejects.toMatchObject({ cause: expect.any(TransactionOver) });
  });

  test("opens no transaction inside its own, at once and on every pool", async () => {
    const nested = db.transaction(WRITE, () => db.transaction(READ, setting));
    await expect(nested).rejects.toThrow("inside another");
  });

  test("lets what its work left behind open a transaction later", async () => {
    const late = await db.transaction(WRITE, async () => ({
      done: sleep(100).then(() => db.transaction(READ, setting)),
    }));
    expect(await late.done).toBe(TEAM);
  });
});

describe("closing", () => {
  test("waits for running and waiting work, and refuses what comes after", async () => {
    const slow = (tx: Tx) => tx.execute(sql`select pg_sleep(0.1)`);
    const work = Promise.all([1, 2, 3, 4, 5].map(() => db.transaction(WRITE, slow)));
    const closed = db.close();
    await expect(db.transaction(READ, setting)).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await work).toHaveLength(5);
    await closed;
    // A server's process ends a moment after its connection does.
    const left = () =>
      scratch.admin`select 1 from pg_stat_activity where application_name = 'tofold' and datname = current_database()`;
    await expect.poll(left).toHaveLength(0);
  });
});

async function setting(tx: Tx): Promise<string | null | undefined> {
  const [row] = await tx.execute<{ team: string | null }>(sql`select current_setting('app.team_id', true) as team`);
  return row?.team;
}

async function countRows(tx: Tx): Promise<number | undefined> {
  const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from written`);
  return row?.n;
}

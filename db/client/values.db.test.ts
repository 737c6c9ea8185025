import { sql } from "drizzle-orm";
import { bigint, boolean, customType, date, integer, jsonb, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDatabase, type Database, type Tx } from "@/db/client";
import { makeScratch, type Scratch } from "./testing/scratch";

const WRITE = { teamId: null, access: "write" } as const;

const bytes = customType<{ data: Buffer; driverData: Buffer | string }>({
  dataType: () => "bytea",
  toDriver: (value) => `\\x${value.toString("hex")}`,
});

const kinds = pgTable("kinds", {
  id: integer("id").primaryKey(),
  moment: timestamp("moment", { withTimezone: true, mode: "date" }),
  day: date("day", { mode: "string" }),
  small: bigint("small", { mode: "number" }),
  big: bigint("big", { mode: "bigint" }),
  json: jsonb("json").$type<unknown>(),
  key: uuid("key"),
  flag: boolean("flag"),
  bytes: bytes("bytes"),
});

let scratch: Scratch;
let db: Database;
let lastId = 0;
beforeAll(async () => {
  scratch = await makeScratch();
  db = createDatabase(scratch.url, { max: 2 });
});
afterAll(async () => {
  await db.close();
  await scratch.drop();
});

test.for(["UTC", "Europe/Oslo", "America/Havana"])(
  "every kind of column comes back as it went, under TZ %s",
  async (zone) => {
    vi.stubEnv("TZ", zone);
    const row = {
      id: (lastId += 1),
      moment: new Date("2026-10-25T00:30:00.123Z"), // 02:30 in Oslo, which happens twice that night
      day: "2026-03-31",
      small: Number.MAX_SAFE_INTEGER,
      big: -9_223_372_036_854_775_808n,
      json: { a: [1, null, { b: "å" }] },
      key: "018f0000-0000-7000-8000-000000000001",
      flag: false,
      bytes: Buffer.from([0, 92, 255]),
    };
    expect(await roundTrip(row)).toEqual(row);
    const [stored] = await scratch.admin`
    select to_char(moment at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') as moment, day::text from kinds where id = ${row.id}`;
    expect(stored).toEqual({ moment: "2026-10-25 00:30:00.123", day: "2026-03-31" });
  },
);

test.for([
  ["object", { n: 1 }],
  ["array", [1, "2"]],
  ["string", "word"],
  ["string", "5"],
  ["string", "true"],
  ["string", '{"not":"parsed"}'],
  ["number", 5],
  ["boolean", false],
] as const)("a JSON %s is stored as one and read once: %j", async ([kind, json]) => {
  const id = (lastId += 1);
  expect((await roundTrip({ id, json })).json).toEqual(json);
  const [stored] = await scratch.admin`select jsonb_typeof(json) as kind from kinds where id = ${id}`;
  expect(stored).toEqual({ kind });
});

test("a query without columns gets moments and dates as text, never as a Date of this process's zone", async () => {
  const rows = await db.transaction(WRITE, (tx) =>
    tx.execute(sql`select date '2026-03-31' as day, timestamptz '2026-03-31 23:30:00.123456+02' as moment`),
  );
  expect([...rows]).toEqual([{ day: "2026-03-31", moment: "2026-03-31 21:30:00.123456+00" }]);
});

test("nulls stay null", async () => {
  const id = (lastId += 1);
  const empty = { moment: null, day: null, small: null, big: null, json: null, key: null, flag: null, bytes: null };
  expect(await roundTrip({ id, ...empty })).toEqual({ id, ...empty });
});

test("a list goes as the text of an array", async () => {
  const rows = await db.transaction(WRITE, (tx) => tx.execute(sql`select n from unnest(${"{3,5}"}::int[]) as n`));
  expect([...rows]).toEqual([{ n: 3 }, { n: 5 }]);
});

test.for<[string, unknown]>([
  ["undefined", undefined],
  ["a Date", new Date(0)],
  ["an array", [[1]]],
  ["an object", { a: 1 }],
  ["NaN", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
])("%s as a parameter is refused, and the queries beside it get their own rows", async ([, value]) => {
  const answers = await db.transaction(WRITE, async (tx) => {
    const bad = tx.execute(sql`select ${sql.param(value)}::text as n`);
    return Promise.allSettled([numbered(tx, 1), bad, numbered(tx, 2), numbered(tx, 3)]);
  });
  expect(answers[1]).toMatchObject({ status: "rejected", reason: { cause: expect.any(TypeError) } });
  expect(answers.filter((answer) => answer.status === "fulfilled").map(({ value }) => value)).toEqual([1, 2, 3]);
});

test("more parameters than the protocol counts are refused, and the queries beside them get their own rows", async () => {
  const many = sql.join(
    Array.from({ length: 65_001 }, (_, index) => sql`${index}::int`),
    sql`, `,
  );
  const answers = await db.transaction(WRITE, (tx) =>
    Promise.allSettled([numbered(tx, 1), tx.execute(sql`select array[${many}]`), numbered(tx, 2)]),
  );
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

async function roundTrip(row: typeof kinds.$inferInsert): Promise<typeof kinds.$inferSelect> {
  return db.transaction(WRITE, async (tx) => {
    const [inserted] = await tx.insert(kinds).values(row).returning();
    const [selected] = await tx
      .select()
      .from(kinds)
      .where(sql`${kinds.id} = ${row.id}`);
    expect(inserted).toEqual(selected);
    if (selected === undefined) throw new Error("Nothing was stored");
    return selected;
  });
}

async function numbered(tx: Tx, n: number): Promise<number | undefined> {
  const [row] = await tx.execute<{ n: number }>(sql`select ${n}::int as n`);
  return row?.n;
}

import { randomUUID } from "node:crypto";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { freshRow, insertRow, plantTeam, type PlantedRow, type PlantedTeam } from "@/db/testing/planted-team";

let database: TestDatabase;
let admin: Sql;
let app: Sql;
let a: PlantedTeam;
let b: PlantedTeam;

const TABLES = [
  ...[
    "teams",
    "memberships",
    "invitations",
    "stages",
    "channels",
    "lost_reasons",
    "campaigns",
    "leads",
    "opportunities",
  ],
  ...[
    "deals",
    "stage_transitions",
    "targets",
    "saved_views",
    "api_keys",
    "idempotency_keys",
    "activity_log",
    "import_batches",
    "import_contents",
    "import_rows",
  ],
  ...["report_links", "report_link_copies", "report_link_views"],
  ...["lead_changes", "opportunity_changes", "lead_counts", "opportunity_counts", "open_counts", "lag_counts"],
];
/** Those in which nobody's words stand. */
const WORDLESS = [
  ...["targets", "stage_transitions", "report_link_views"],
  ...["lead_changes", "opportunity_changes", "lead_counts", "opportunity_counts", "open_counts", "lag_counts"],
];

beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  app = postgres(database.appUrl, { max: 1 });
  [a, b] = [await plantTeam(admin), await plantTeam(admin)];
});

afterAll(async () => {
  await app.end();
  await admin.end();
  await database.drop();
});

it("every table with a team is walked here, and is not empty in either team", async () => {
  const tables = await admin<{ name: string }[]>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'team_id'`;
  expect([...TABLES].toSorted()).toEqual(["teams", ...tables.map(({ name }) => name)].toSorted());
  for (const team of [a, b]) expect(new Set(team.rows.map(([table]) => table))).toEqual(new Set(TABLES));
});

describe.each(TABLES)("%s", (table) => {
  const key = table === "teams" ? "id" : "team_id";

  it("shows its own team its canary, and another team nothing of it", async () => {
    const [own, foreign] = await Promise.all([textOf(a.id, table), textOf(b.id, table)]);
    expect(own).toContain(WORDLESS.includes(table) ? a.id : a.canary);
    expect(foreign).not.toContain(a.canary);
    expect(foreign).not.toContain(a.id);
  });

  it.each([null, "", "x", "00000000-0000-0000-0000-000000000000", randomUUID()])(
    "with the team set to %j: no row is read, and none is written",
    async (setting) => {
      await within(setting, async (tx) => {
        const rows = await attempt(tx, (sql) => sql.unsafe(`select 1 from ${table}`));
        expect(setting === "x" ? rows.code : rows.count).toBe(setting === "x" ? "22P02" : 0);
        const row = await freshRow(admin, table, planted(b, table));
        expect((await attempt(tx, (sql) => insertRow(sql, table, row))).code).toBe(setting === "x" ? "22P02" : "42501");
        for (const change of await changesOf(table)) {
          const changed = await attempt(tx, (sql) => sql.unsafe(change));
          expect(setting === "x" ? changed.code : changed.count).toBe(setting === "x" ? "22P02" : 0);
        }
      });
    },
  );

  it("the other team's row is not there to be read, changed or deleted by its id", async () => {
    const foreign = planted(a, table);
    const name =
      ["id", "batch_id", "report_link_id", "channel_id"].find((column) => Object.hasOwn(foreign, column)) ?? key;
    await within(b.id, async (tx) => {
      const where = `where ${name} = '${String(foreign[name])}'`;
      expect(await tx.unsafe(`select 1 from ${table} ${where}`)).toHaveLength(0);
      for (const change of await changesOf(table)) {
        expect((await attempt(tx, (sql) => sql.unsafe(`${change} ${where}`))).count).toBe(0);
      }
    });
  });

  it("a row of one's own can be made, and none for the other team", async () => {
    const row = await freshRow(admin, table, planted(b, table));
    if (table === "teams") {
      const [own, theirs] = [String(row["id"]), { ...row, id: randomUUID() }];
      expect(await outcome(own, (tx) => insertRow(tx, table, row))).toBe("done");
      expect(await outcome(own, (tx) => insertRow(tx, table, theirs))).toBe("42501");
      return;
    }
    const made = table === "import_contents" ? { ...row, batch_id: await spareBatch() } : row;
    expect(await outcome(b.id, (tx) => insertRow(tx, table, made))).toBe("done");
    expect(await outcome(b.id, (tx) => insertRow(tx, table, { ...row, team_id: a.id }))).toBe("42501");
  });

  it("a row cannot be given to the other team", async () => {
    expect(await outcome(b.id, (tx) => tx.unsafe(`update ${table} set ${key} = '${a.id}'`))).toBe("42501");
  });
});

describe("a row of one's own that points at the other team's", () => {
  it("is refused by each of the keys, and by that key: on insert, and on update where that is granted", async () => {
    const keys = await foreignKeys();
    expect(keys.length).toBeGreaterThanOrEqual(35);
    for (const { name, child, column, parent, theirs, updatable } of keys) {
      const own = planted(b, child, column === "opportunity_id" ? "opportunity" : "lead");
      const foreign = planted(a, parent, child === "opportunities" ? "opportunity" : "lead");
      const row = { ...(await freshRow(admin, child, own)), [column]: foreign[theirs] ?? null };
      const refused = await fault(b.id, (tx) => insertRow(tx, child, row));
      expect(refused, name).toEqual({ code: "23503", constraint: name });
      if (!updatable) continue;
      const change = `update ${child} set ${column} = '${String(foreign[theirs])}'`;
      expect(await fault(b.id, (tx) => tx.unsafe(change)), name).toEqual({ code: "23503", constraint: name });
    }
  });
});

it("a look-up before the team is known leaves nobody's memberships in sight", async () => {
  const user = String(planted(a, "memberships")["user_id"]);
  await within(null, async (tx) => {
    expect(await tx`select * from list_teams_of(${user})`).toHaveLength(1);
    const [found] = await tx`select resolve_team(${user}, ${a.canary}) as id`;
    expect(found?.["id"]).toBe(a.id);
    expect(await tx`select 1 from memberships`).toHaveLength(0);
    expect(await tx`select 1 from teams`).toHaveLength(0);
  });
});

it("the setting ends with its transaction: the next one on the same connection sees nothing", async () => {
  await app.begin(async (tx) => {
    await tx`select use_team(${a.id})`;
    expect(await tx`select 1 from leads`).toHaveLength(1);
  });
  expect(await app`select current_setting('app.team_id', true) as team`).toEqual([{ team: "" }]);
  expect(await app`select 1 from leads`).toHaveLength(0);
});

type Attempt = { readonly count: number | null; readonly code: string | null; readonly constraint: string | null };

/** A transaction that is always rolled back, with the setting as given; null: never set. */
async function within(setting: string | null, work: (tx: TransactionSql) => Promise<void>): Promise<void> {
  const rollback = new Error("rolled back");
  const done = app.begin(async (tx) => {
    if (setting !== null) await tx`select set_config('app.team_id', ${setting}, true)`;
    await work(tx);
    throw rollback;
  });
  await expect(done).rejects.toBe(rollback);
}

/** What comes of it, in a savepoint: how many rows, or SQLSTATE and constraint. */
async function attempt(tx: TransactionSql, work: (sql: TransactionSql) => Promise<unknown>): Promise<Attempt> {
  await tx`savepoint before`;
  try {
    const result = await work(tx);
    const count = Array.isArray(result) && "count" in result && typeof result.count === "number" ? result.count : null;
    return { count, code: null, constraint: null };
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    return { count: null, code: error.code, constraint: error.constraint_name ?? null };
  } finally {
    await tx`rollback to savepoint before`;
  }
}

async function fault(team: string, work: (tx: TransactionSql) => Promise<unknown>) {
  let found: Attempt = { count: null, code: null, constraint: null };
  await within(team, async (tx) => {
    found = await attempt(tx, work);
  });
  return { code: found.code, constraint: found.constraint };
}

async function outcome(team: string, work: (tx: TransactionSql) => Promise<unknown>): Promise<string> {
  return (await fault(team, work)).code ?? "done";
}

async function textOf(team: string, table: string): Promise<string> {
  let text = "";
  await within(team, async (tx) => {
    text = JSON.stringify(await tx.unsafe(`select row_to_json(t) from ${table} t`));
  });
  return text;
}

/** An update and a delete, as far as the app may at all; the rest is refused for every row. */
async function changesOf(table: string): Promise<string[]> {
  const [granted] = await admin<{ column: string | null; deletes: boolean }[]>`
    select (select attname from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
        and has_column_privilege('tofold_app', attrelid, attnum, 'update') and attname not in ('id', 'team_id') limit 1) as column,
      has_table_privilege('tofold_app', ${table}, 'delete') as deletes`;
  const { column = null, deletes = false } = granted ?? {};
  return [
    ...(column ? [`update ${table} set ${column} = ${column}`] : []),
    ...(deletes ? [`delete from ${table}`] : []),
  ];
}

function planted(team: PlantedTeam, table: string, subject?: string): PlantedRow {
  const rows = team.rows.filter(([name]) => name === table).map(([, row]) => row);
  const found = rows.find((row) => row["subject"] === subject) ?? rows.at(-1);
  if (!found) throw new Error(`No row of ${table}`);
  return found;
}

async function spareBatch(): Promise<string> {
  const row = await freshRow(admin, "import_batches", planted(b, "import_batches"));
  await insertRow(admin, "import_batches", row);
  return String(row["id"]);
}

/** The keys between tenant tables: the column that points, beside the team's. */
async function foreignKeys() {
  return admin<{ name: string; child: string; column: string; parent: string; theirs: string; updatable: boolean }[]>`
    select k.conname as name, k.conrelid::regclass::text as child, own.attname as column,
      k.confrelid::regclass::text as parent, other.attname as theirs,
      has_column_privilege('tofold_app', k.conrelid, own.attnum, 'update') as updatable
    from pg_constraint k
    join pg_attribute own on own.attrelid = k.conrelid and own.attnum = k.conkey[2]
    join pg_attribute other on other.attrelid = k.confrelid and other.attnum = k.confkey[2]
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace
    order by 1`;
}

import postgres, { type Sql, type TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { freshRow, insertRow, plantTeam, type PlantedRow, type PlantedTeam } from "@/db/testing/planted-team";

let database: TestDatabase;
let admin: Sql;
let app: Sql;
let team: PlantedTeam;

beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  app = postgres(database.appUrl, { max: 1 });
  team = await plantTeam(admin);
});

afterAll(async () => {
  await app.end();
  await admin.end();
  await database.drop();
});

const CHECK = "23514";
const LONG = "x".repeat(201);
const MONEY: readonly [string, PlantedRow, string][] = [
  ["a negative amount", { MINOR: -1 }, CHECK],
  ["10^14 minor units", { MINOR: 100_000_000_000_000 }, CHECK],
  ["an amount without a currency", { currency: null }, CHECK],
  ["a currency without an amount", { MINOR: null }, CHECK],
  ["an empty currency", { currency: "" }, CHECK],
  ["a currency in small letters", { currency: "nok" }, CHECK],
  ["a currency of four letters", { currency: "NOKK" }, "22001"],
];
const NAMED: readonly [string, PlantedRow, string][] = [
  ["an empty name", { name: "" }, CHECK],
  ["a name of 201 characters", { name: LONG }, CHECK],
];
const RECORD: readonly [string, PlantedRow, string][] = [
  ...NAMED,
  ["no name, though nobody was erased", { name: null }, CHECK],
  ["a campaign without its channel", { channel_id: null }, CHECK],
  ["a stage without its kind", { kind: null }, CHECK],
  ["a note of 10,001 characters", { note: "x".repeat(10_001) }, CHECK],
  ["an empty outside id", { external_id: "" }, CHECK],
];
const NO_WHEN = { occurred_at: null, occurred_on: null };

/** What each table refuses, beside the SQLSTATE. */
const REFUSED: Record<string, readonly [string, PlantedRow, string][]> = {
  teams: [
    ["an empty name", { name: "" }, CHECK],
    ["a name of 81 characters", { name: "x".repeat(81) }, CHECK],
    ["a slug with capitals", { slug: "Team" }, CHECK],
    ["a slug of 2 characters", { slug: "ab" }, CHECK],
    ["a slug that ends in a dash", { slug: "team-" }, CHECK],
    ["a currency in small letters", { currency: "nok" }, CHECK],
    ["an unknown scenario", { scenario: "bank" }, CHECK],
    ["leads that convert at nothing", { lead_converts_at: "never" }, CHECK],
  ],
  memberships: [["an unknown role", { role: "god" }, CHECK]],
  invitations: [["an unknown role", { role: "god" }, CHECK]],
  stages: [
    ...NAMED,
    ["a lead's stage of an opportunity's kind", { subject: "lead", kind: "won" }, CHECK],
    ["an opportunity's stage of a lead's kind", { subject: "opportunity", kind: "customer" }, CHECK],
    ["a stage of nobody", { subject: "deal" }, CHECK],
  ],
  channels: NAMED,
  lost_reasons: NAMED,
  campaigns: [
    ...NAMED,
    ...MONEY,
    ["an audience below nothing", { audience_size: -1 }, CHECK],
    ["an end before its start", { ends_on: "2026-01-01" }, CHECK],
    ["no channel", { channel_id: null }, "23502"],
  ],
  leads: [
    ...RECORD,
    ...MONEY,
    ["an opportunity's kind", { kind: "won" }, CHECK],
    ["a reason to exclude, though it counts", { excluded_as: "spam" }, CHECK],
    ["a coming in without its day", { came_in_day: null }, CHECK],
    ["a company of 201 characters", { company: LONG }, CHECK],
    ["an address of 321 characters", { email: "x".repeat(321) }, CHECK],
    ["a kind that its stage does not have", { kind: "customer" }, "23503"],
  ],
  opportunities: [
    ...RECORD,
    ...MONEY,
    ["a kind that its stage does not have", { kind: "lost" }, "23503"],
    ["a lead's kind", { kind: "customer" }, CHECK],
    ["a closing, though it is open", { closed_at: "2026-03-02T10:00:00Z", closed_day: "2026-03-02" }, CHECK],
    ["an opening without its day", { opened_day: null }, CHECK],
  ],
  deals: [
    ...MONEY,
    ["neither an opportunity nor a lead", { opportunity_id: null, lead_id: null }, CHECK],
    ["an unknown kind", { kind: "gift" }, CHECK],
    ["a term of no months", { term_months: 0 }, CHECK],
    ["a term of 1,201 months", { term_months: 1201 }, CHECK],
  ],
  stage_transitions: [
    ["a stage of the other subject", { subject: "opportunity", lead_id: null, opportunity_id: "OPPORTUNITY" }, "23503"],
    ["a kind that the stage does not have", { to_kind: "customer" }, "23503"],
    ["a kind without a stage", { to_stage_id: null }, CHECK],
    ["a stage without a kind", { to_kind: null }, CHECK],
    ["half of where it came from", { from_kind: null }, CHECK],
    ["nowhere to go, though it undoes nothing", { to_stage_id: null, to_kind: null }, CHECK],
    ["a lead's row without a lead", { lead_id: null }, CHECK],
    ["a lead's row with an opportunity", { opportunity_id: "OPPORTUNITY" }, CHECK],
    ["a subject that is none", { subject: "deal" }, CHECK],
    ["a campaign without its channel", { channel_id: null }, CHECK],
    ["a moment without its day", { occurred_on: null }, CHECK],
    ["a fault that is none", { fault: "late" }, CHECK],
    ["a reason to exclude that is none", { excluded_as: "boring" }, CHECK],
    ["an actor that is none", { actor_kind: "ghost" }, CHECK],
  ],
  targets: [
    ["less than 1 %", { rate_bp: 99 }, CHECK],
    ["more than 99 %", { rate_bp: 9901 }, CHECK],
  ],
  saved_views: [
    ["a name of nothing", { name: "" }, CHECK],
    ["a name of 81 letters", { name: "x".repeat(81) }, CHECK],
    ["a query of 4,001 letters", { query: "x".repeat(4001) }, CHECK],
    ["an owner of another team", { owner_id: "00000000-0000-7000-8000-000000000000" }, "23503"],
  ],
  api_keys: [["a scope that is none", { scope: "admin" }, CHECK]],
  idempotency_keys: [["a key of 201 letters", { key: "x".repeat(201) }, CHECK]],
  activity_log: [["an actor that is none", { actor_kind: "ghost" }, CHECK]],
  import_batches: [
    ["an unknown kind", { kind: "people" }, CHECK],
    ["an unknown state", { state: "lost" }, CHECK],
  ],
  import_rows: [["an unknown outcome", { outcome: "maybe" }, CHECK]],
};

describe.each(Object.entries(REFUSED))("%s, written past the application, refuses", (table, refused) => {
  it.each(refused)("%s", async (_, change, code) => {
    const [minor = "MINOR"] = Object.keys(planted(table)).filter((column) => column.endsWith("_minor"));
    const changed = Object.entries(change).map(([name, value]) => [
      name === "MINOR" ? minor : name,
      value === "OPPORTUNITY" ? planted("opportunities")["id"] : value,
    ]);
    const row = { ...(await freshRow(admin, table, planted(table))), ...Object.fromEntries(changed) };
    expect(await codeOf((tx) => insertRow(tx, table, row), idOf(table, row))).toBe(code);
  });

  it("nothing else: the same row without the fault is taken", async () => {
    const row = await freshRow(admin, table, planted(table));
    expect(await codeOf((tx) => insertRow(tx, table, row), idOf(table, row))).toBe("done");
  });
});

describe("one live deal per opportunity, and one undoing of a row", () => {
  it("a second live deal is refused; beside a voided one it is taken", async () => {
    const row = { ...(await freshRow(admin, "deals", planted("deals"))), voided_at: null };
    expect(await codeOf((tx) => insertRow(tx, "deals", row))).toBe("23505");
    const voided = async (tx: TransactionSql) => {
      await tx`update deals set voided_at = now()`;
      await insertRow(tx, "deals", row);
    };
    expect(await codeOf(voided)).toBe("done");
  });

  it("a row that is undone already cannot be undone again", async () => {
    const row = await freshRow(admin, "stage_transitions", planted("stage_transitions"));
    const again = { ...row, undoes_id: planted("stage_transitions")["undoes_id"] ?? null };
    expect(await codeOf((tx) => insertRow(tx, "stage_transitions", again))).toBe("23505");
  });

  it("a number of the log is given once", async () => {
    const row = { ...(await freshRow(admin, "stage_transitions", planted("stage_transitions"))), seq: 1 };
    expect(await codeOf((tx) => insertRow(tx, "stage_transitions", row))).toBe("23505");
  });

  it("a row of unknown time is taken: imports have them", async () => {
    const row = { ...(await freshRow(admin, "stage_transitions", planted("stage_transitions"))), ...NO_WHEN };
    expect(await codeOf((tx) => insertRow(tx, "stage_transitions", row))).toBe("done");
  });
});

describe("what has been written stays written", () => {
  it.each(["stage_transitions", "activity_log"])(
    "%s: no change, no deletion, no truncation by the server's role",
    async (log) => {
      for (const statement of [`update ${log} set seq = seq`, `delete from ${log}`, `truncate ${log}`]) {
        expect(await codeOf((tx) => tx.unsafe(statement)), statement).toBe("42501");
      }
      expect(await codeOf((tx) => tx.unsafe(`select seq from ${log} for update`))).toBe("42501");
    },
  );

  it.each(["stages", "leads", "opportunities", "deals", "channels", "campaigns", "memberships", "import_rows"])(
    "%s: no deletion",
    async (table) => expect(await codeOf((tx) => tx.unsafe(`delete from ${table}`))).toBe("42501"),
  );

  it.each(["subject = 'lead'", "kind = 'won'", "id = id", "team_id = team_id"])(
    "a stage keeps what it is: %s",
    async (set) => {
      expect(await codeOf((tx) => tx.unsafe(`update stages set ${set}`))).toBe("42501");
    },
  );

  it("the schema is not the server's to change", async () => {
    const statements = [
      "create table own (id int)",
      "create temporary table own (id int)",
      "alter table leads disable row level security",
      "drop policy app_team on leads",
      "create function own() returns int language sql as 'select 1'",
      "set role tofold_owner",
      "set role tofold_resolver",
    ];
    for (const statement of statements) {
      expect(await codeOf((tx) => tx.unsafe(statement)), statement).toBe("42501");
    }
  });
});

function planted(table: string): PlantedRow {
  const found = team.rows.findLast(([name]) => name === table)?.[1];
  if (!found) throw new Error(`No row of ${table}`);
  return found;
}

/** A team's row belongs to the team that it is. */
function idOf(table: string, row: PlantedRow): string {
  return table === "teams" ? String(row["id"]) : team.id;
}

/** SQLSTATE of the refusal, or "done"; nothing stays. */
async function codeOf(work: (tx: TransactionSql) => Promise<unknown>, teamId = team.id): Promise<string> {
  const rollback = new Error("done");
  const done = app.begin(async (tx) => {
    await tx`select use_team(${teamId})`;
    await work(tx);
    throw rollback;
  });
  const error: unknown = await done.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof postgres.PostgresError) return error.code;
  expect(error).toBe(rollback);
  return "done";
}

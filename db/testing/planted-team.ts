import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";

type Value = string | number | boolean | null | readonly string[] | object;
export type PlantedRow = Readonly<Record<string, Value>>;

export interface PlantedTeam {
  readonly id: string;
  /** One row of every tenant table, every nullable column filled; of stages one for each subject. */
  readonly rows: readonly (readonly [table: string, row: PlantedRow])[];
  /** Stands in every text that a person typed. */
  readonly canary: string;
}

/** A team in every table, written past all policies. Each key of its rows points at a row of its own. */
export async function plantTeam(admin: Sql): Promise<PlantedTeam> {
  const id = randomUUID();
  const canary = `canary-${randomBytes(6).toString("hex")}`;
  const [owner, spare] = [randomUUID(), randomUUID()];
  for (const user of [owner, spare]) {
    await admin`insert into users (id, email, name, locale) values (${user}, ${`${user}@example.com`}, ${canary}, 'nb')`;
  }
  const rows = rowsOf({ id, canary, owner });
  for (const [table, row] of rows) await insertRow(admin, table, row);
  return { id, canary, rows };
}

/** The row as it is, every column that it names. */
export async function insertRow(sql: Sql | TransactionSql, table: string, row: PlantedRow): Promise<void> {
  const columns = Object.keys(row).map((name) => `"${name}"`);
  const text = `insert into "${table}" (${columns.join(", ")})
    select ${columns.join(", ")} from jsonb_populate_record(null::"${table}", $1::text::jsonb)`;
  await sql.unsafe(text, [JSON.stringify(row)]);
}

/** The row once more, as another one: what is unique in a team is made new. */
export async function freshRow(admin: Sql, table: string, row: PlantedRow): Promise<PlantedRow> {
  const user = table === "memberships" ? await newUser(admin) : null;
  const made: Readonly<Record<string, () => Value>> = {
    id: randomUUID,
    seq: () => Math.floor(Math.random() * 1e12) + 1000,
    token_hash: () => randomBytes(32).toString("hex"),
    fingerprint: () => randomBytes(32).toString("hex"),
    external_id: randomUUID,
    key: randomUUID,
    name_norm: randomUUID,
    slug: () => `s-${randomBytes(8).toString("hex")}`,
    line: () => Math.floor(Math.random() * 1e9) + 10,
    undoes_id: () => null,
    voided_at: () => "2026-05-01T10:00:00Z",
    range: () => Math.floor(Math.random() * 1e9) + 10,
    month: () => `${2100 + Math.floor(Math.random() * 5000)}-01-01`,
    began: () => `${2100 + Math.floor(Math.random() * 5000)}-01-01`,
    day: () => `${2100 + Math.floor(Math.random() * 5000)}-01-01`,
    on_date: () => `${2100 + Math.floor(Math.random() * 5000)}-01-01`,
    valid_from: () => `${2100 + Math.floor(Math.random() * 5000)}-01-01`,
    ...(user === null ? {} : { user_id: () => user }),
  };
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, made[name]?.() ?? keep(made, name, value)]),
  );
}

function keep(made: Readonly<Record<string, () => Value>>, name: string, value: Value): Value {
  return Object.hasOwn(made, name) ? null : value;
}

async function newUser(admin: Sql): Promise<string> {
  const user = randomUUID();
  await admin`insert into users (id, email, name, locale) values (${user}, ${`${user}@example.com`}, 'New', 'nb')`;
  return user;
}

function rowsOf({ id, canary, owner }: { id: string; canary: string; owner: string }) {
  const at = "2026-03-02T10:00:00Z";
  const day = "2026-03-02";
  const hash = () => createHash("sha256").update(randomBytes(16)).digest("hex");
  const own = (row: Readonly<Record<string, Value>> = {}) => ({ team_id: id, id: randomUUID(), ...row });
  const leadStage = own({
    subject: "lead",
    kind: "open",
    name: canary,
    name_norm: canary,
    position: 1,
    archived_at: null,
  });
  const stage = own({
    subject: "opportunity",
    kind: "open",
    name: canary,
    name_norm: canary,
    position: 1,
    archived_at: null,
  });
  const channel = own({ name: canary, name_norm: canary, aliases: canary, position: 1, archived_at: null });
  const reason = own({ name: canary, name_norm: canary, position: 1, archived_at: null });
  const campaign = own({
    ...{
      channel_id: channel.id,
      name: canary,
      name_norm: canary,
      audience_size: 100,
      cost_minor: 1000,
      currency: "NOK",
    },
    ...{ starts_on: day, ends_on: day },
  });
  const batch = own({
    ...{ kind: "leads", file_name: canary, file_hash: hash(), encoding: "utf-8", delimiter: ";", mapping: { canary } },
    ...{ state: "applied", counts: { canary }, created_by: owner, applied_at: at, undone_at: null },
  });
  const from = { channel_id: channel.id, campaign_id: campaign.id, owner_id: owner };
  const credited = { credited_channel_id: channel.id, credited_campaign_id: campaign.id, credited_owner_id: owner };
  const record = {
    external_id: canary,
    note: canary,
    ...from,
    ...credited,
    expected_minor: 5000,
    currency: "NOK",
    stage_since: at,
    batch_id: batch.id,
  };
  const lead = own({
    ...{
      ...record,
      stage_id: leadStage.id,
      kind: "open",
      name: canary,
      name_norm: canary,
      company: canary,
      email: canary,
    },
    ...{ phone: canary, came_in_at: at, came_in_day: day, qualified_at: at, qualified_day: day },
  });
  const opportunity = own({
    ...{ ...record, stage_id: stage.id, kind: "open", lead_id: lead.id, name: canary, name_norm: canary },
    ...{ opened_at: at, opened_day: day, lost_reason_id: reason.id },
  });
  const deal = own({
    ...{
      external_id: canary,
      opportunity_id: opportunity.id,
      lead_id: lead.id,
      kind: "subscription",
      amount_minor: 9900,
    },
    ...{ currency: "NOK", term_months: 12, signed_on: day, voided_at: null, batch_id: batch.id },
  });
  const log = { hash: hash(), actor_kind: "user", actor_id: owner };
  const moved = { ...from, occurred_at: at, occurred_on: day, date_only: false, recorded_at: at, batch_id: batch.id };
  const opened = own({
    ...{ ...log, ...moved, seq: 1, subject: "opportunity", lead_id: lead.id, opportunity_id: opportunity.id },
    ...{ to_stage_id: stage.id, to_kind: "open", lost_reason_id: reason.id },
  });
  const came = own({
    ...{ ...log, ...moved, seq: 2, subject: "lead", lead_id: lead.id, cause_id: opened.id, undoes_id: opened.id },
    ...{ from_stage_id: leadStage.id, from_kind: "open", to_stage_id: leadStage.id, to_kind: "open" },
  });
  const link = own({
    ...{ created_by: owner, name: canary, locale: "nb", token_hash: hash(), token_sealed: canary, hint: "ABCD" },
    ...{ mode: "live", scope: scopeOf(canary), shows: { canary }, as_of: at, as_of_seq: 1, password_hash: canary },
    ...{ embed_origins: [], expires_at: at, warned_at: at, revoked_at: null },
  });
  const change = { ...credited, sign: 1, kind: "open", fault: false, batch_id: batch.id };
  const counter = { ...from, counted_by: "all", month: day, sample: false };
  const ofLink = { team_id: id, report_link_id: link.id };
  return [
    [
      "teams",
      { id, slug: canary, name: canary, scenario: "startup", time_zone: "Europe/Oslo", currency: "NOK", log_at: at },
    ],
    ["memberships", own({ user_id: owner, name: canary, role: "owner" })],
    ["invitations", own({ email: canary, role: "member", token_hash: hash(), invited_by: owner, expires_at: at })],
    ["stages", leadStage],
    ["stages", stage],
    ["channels", channel],
    ["lost_reasons", reason],
    ["campaigns", campaign],
    ["import_batches", batch],
    ["import_contents", { team_id: id, batch_id: batch.id, content: canary }],
    ["leads", lead],
    ["opportunities", opportunity],
    ["deals", deal],
    ["lead_changes", own({ ...change, came_in_day: day, qualified: false, qualified_day: day, decided_day: day })],
    ["opportunity_changes", own({ ...change, opened_day: day, closed_day: day, without_lead: false })],
    ["lead_counts", { team_id: id, ...counter }],
    ["opportunity_counts", { team_id: id, ...counter }],
    ["open_counts", { ...from, team_id: id, subject: "lead", counted_by: "total", day, sample: false }],
    ["lag_counts", { team_id: id, decision: "lead", sample: false, began: day, outcome: "open", days: 0, records: 1 }],
    ["stage_transitions", opened],
    ["stage_transitions", came],
    ["targets", own({ metric: "step2", channel_id: channel.id, rate_bp: 2500, valid_from: day })],
    [
      "api_keys",
      own({ name: canary, token_hash: hash(), hint: "abcd", scope: "read", created_by: owner, expires_at: at }),
    ],
    ["idempotency_keys", own({ key: canary, request_hash: hash(), status: 200, response: canary })],
    ["saved_views", own({ owner_id: owner, name: canary, name_norm: canary, query: "period=90d" })],
    [
      "activity_log",
      own({
        ...log,
        seq: 3,
        action: canary,
        subject_kind: "lead",
        subject_id: lead.id,
        fields: [canary],
        occurred_at: at,
      }),
    ],
    [
      "import_rows",
      own({
        ...{ batch_id: batch.id, line: 2, kind: "leads", fingerprint: hash(), outcome: "created", lead_id: lead.id },
        ...{ opportunity_id: opportunity.id, deal_id: deal.id, errors: [{ column: canary, code: "date" }] },
      }),
    ],
    ["report_links", link],
    ["report_link_copies", { ...ofLink, range: 0, channel: 0, content: canary }],
    ["report_link_views", { ...ofLink, on_date: day, views: 12 }],
  ] as const;
}

/** What the list of links can read, with the canary beside it. */
function scopeOf(canary: string) {
  const filters = { basis: "start", channels: [], campaigns: [], owners: [] };
  return { canary, filters, ranges: [{ key: "12m" }], mayNarrow: false };
}

// What the rules of the data model leave out, by name. A new table is under every rule until it is named here.

/** Tables without a team: who people are, how often they tried, and which addresses are taken. */
export const GLOBAL_TABLES = ["users", "accounts", "sessions", "verification_tokens", "rate_limits", "team_addresses"];

/** Counters and what waits to be added to them: made of records by the database itself. */
const COUNTERS = ["lead_counts", "opportunity_counts", "open_counts"];
const CHANGES = ["lead_changes", "opportunity_changes"];

const COUNTERS_KEY = "team_id,counted_by,month,sample,channel_id,campaign_id,owner_id";

/** Tables that are not told apart by (team_id, id): their own keys. */
export const OTHER_KEYS = {
  teams: "id",
  import_contents: "team_id,batch_id",
  lag_counts: "team_id,decision,began,outcome,days,sample",
  lead_counts: COUNTERS_KEY,
  open_counts: "team_id,subject,counted_by,day,sample,channel_id,campaign_id,owner_id",
  opportunity_counts: COUNTERS_KEY,
  report_link_copies: "team_id,report_link_id,range,channel",
  report_link_views: "team_id,report_link_id,on_date",
} as const;

/** Unique across teams, and the keys of the tables without one. */
export const GLOBAL_UNIQUE = ["teams_pkey", "teams_slug_unique", "users_email_unique"];

/** The resolver's plain indexes: it looks up before a team is known. */
export const RESOLVER_INDEXES = [
  "memberships_user_index",
  "invitations_token_index",
  "report_links_token_index",
  "api_keys_token_index",
];

/** All that the resolver's functions read. */
export const RESOLVER_COLUMNS = [
  ...["teams.id", "teams.slug", "teams.name", "teams.deleted_at"],
  ...["memberships.team_id", "memberships.user_id", "memberships.role", "memberships.removed_at"],
  "memberships.created_at",
  ...["invitations.team_id", "invitations.id", "invitations.token_hash"],
  ...["report_links.team_id", "report_links.id", "report_links.token_hash", "report_links.mode", "report_links.as_of"],
  ...["report_links.expires_at", "report_links.warned_at", "report_links.revoked_at"],
  ...["api_keys.team_id", "api_keys.id", "api_keys.token_hash"],
];

/** Appended to and read, by whomever. */
export const LOGS = ["stage_transitions", "activity_log"];

/** The logs and counters tell time by columns of their own. */
export const TIMED_OTHERWISE = [...LOGS, "rate_limits", ...COUNTERS, ...CHANGES, "lag_counts"];

/** Updated by marks and counts that only the app sets; nobody edits them. */
export const NOT_EDITED = [
  ...["invitations", "import_rows", "report_link_views", "api_keys", "idempotency_keys"],
  ...COUNTERS,
  "lag_counts",
];

/** Ids of whatever a log speaks of, of any kind, and of what counters are made of. */
export const LOOSE_IDS = [
  "team_addresses.taken_by", // outlives its team
  ...["stage_transitions.actor_id", "activity_log.actor_id", "activity_log.subject_id"],
  ...idsOf(CHANGES, ["credited_channel_id", "credited_campaign_id", "credited_owner_id", "batch_id"]),
  ...idsOf(COUNTERS, ["channel_id", "campaign_id", "owner_id"]),
];

function idsOf(tables: readonly string[], columns: readonly string[]): readonly string[] {
  return tables.flatMap((table) => columns.map((column) => `${table}.${column}`));
}

export function list(names: readonly string[]): string {
  return `(${names.map((name) => `'${name}'`).join(", ")})`;
}

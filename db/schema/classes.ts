/**
 * What each column holds: what anybody with a report link may see, what stays in the team, what is about a person, what opens
 * something. Exports, erasure, the fields of a link and the redaction of logs follow from this list alone.
 */
export const COLUMN_CLASSES = ["public", "team", "personal", "secret"] as const;
export type ColumnClass = (typeof COLUMN_CLASSES)[number];

/** Per table, the columns of each class. */
export const CLASSES = {
  users: {
    team: "id locale email_confirmed_at disabled_at created_at",
    personal: "email name",
    secret: "password_hash",
  },
  accounts: { team: "provider user_id created_at", personal: "provider_account_id" },
  sessions: { team: "user_id created_at last_seen_at expires_at", personal: "user_agent", secret: "id" },
  verification_tokens: { team: "purpose user_id expires_at created_at", secret: "hash" },
  rate_limits: { team: "window_start count", personal: "key" },
  teams: {
    public: "name scenario time_zone currency lead_converts_at",
    team: "id slug sharing deleted_at log_seq log_at log_hash version created_at",
  },
  team_addresses: { team: "slug taken_by created_at" },
  memberships: { team: "team_id id user_id role removed_at version created_at", personal: "name" },
  invitations: {
    team: "team_id id role invited_by expires_at accepted_at revoked_at created_at",
    personal: "email",
    secret: "token_hash",
  },
  stages: { public: "subject kind name position", team: "team_id id name_norm archived_at version created_at" },
  channels: { public: "name position", team: "team_id id name_norm aliases archived_at version created_at" },
  campaigns: {
    public: "name",
    team: `team_id id channel_id name_norm audience_size cost_minor currency starts_on ends_on archived_at version
      created_at`,
  },
  lost_reasons: { public: "name position", team: "team_id id name_norm archived_at version created_at" },
  leads: {
    team: `team_id id channel_id campaign_id owner_id credited_channel_id credited_campaign_id credited_owner_id expected_minor currency stage_id stage_since kind excluded_as
      came_in_at came_in_day qualified qualified_at qualified_day decided_at decided_day opportunity_kind fault batch_id
      archived_at erased_at version created_at`,
    personal: "external_id name name_norm company email phone note",
  },
  opportunities: {
    team: `team_id id lead_id channel_id campaign_id owner_id credited_channel_id credited_campaign_id credited_owner_id expected_minor currency stage_id stage_since kind opened_at
      opened_day closed_at closed_day lost_reason_id without_lead fault batch_id archived_at erased_at version created_at`,
    personal: "external_id name name_norm note",
  },
  deals: {
    team: `team_id id opportunity_id lead_id kind amount_minor currency term_months signed_on voided_at batch_id version
      created_at`,
    personal: "external_id",
  },
  lead_changes: {
    team: `team_id id sign kind fault credited_channel_id credited_campaign_id credited_owner_id batch_id came_in_day
      qualified qualified_day decided_day opportunity_kind`,
  },
  opportunity_changes: {
    team: `team_id id sign kind fault credited_channel_id credited_campaign_id credited_owner_id batch_id opened_day
      closed_day without_lead`,
  },
  lag_counts: { team: "team_id decision sample began outcome days records" },
  open_counts: {
    team: `team_id subject counted_by day sample channel_id campaign_id owner_id start_open start_qualified_open
      start_waiting`,
  },
  lead_counts: {
    team: `team_id counted_by month sample channel_id campaign_id owner_id start_total start_open start_not_a_fit
      start_direct start_qualified start_qualified_open start_qualified_lost start_waiting start_customers
      start_excluded start_faulty start_undated start_not_a_fit_unqualified decision_not_a_fit decision_direct
      decision_qualified decision_waiting decision_customers decision_excluded decision_faulty decision_undated
      decision_not_a_fit_unqualified`,
  },
  opportunity_counts: {
    team: `team_id counted_by month sample channel_id campaign_id owner_id start_total start_open start_won start_lost
      start_without_lead start_faulty start_undated decision_won decision_lost decision_without_lead decision_faulty
      decision_undated`,
  },
  stage_transitions: {
    team: `team_id seq hash actor_kind actor_id id subject lead_id opportunity_id from_stage_id from_kind to_stage_id to_kind
      channel_id campaign_id owner_id lost_reason_id excluded_as occurred_at occurred_on date_only recorded_at undoes_id
      cause_id fault batch_id`,
  },
  activity_log: {
    team: "team_id seq hash actor_kind actor_id id action subject_kind subject_id fields occurred_at",
  },
  targets: { team: "team_id id metric channel_id rate_bp valid_from version created_at" },
  saved_views: { team: "team_id id owner_id name name_norm query version created_at" },
  api_keys: {
    team: "team_id id name hint scope created_by last_used_on expires_at revoked_at created_at",
    secret: "token_hash",
  },
  idempotency_keys: { team: "team_id id key status created_at", personal: "request_hash response" },
  import_batches: {
    team: `team_id id kind encoding delimiter mapping state sample counts rows_total rows_done created_by applied_at undone_at
      version created_at`,
    personal: "file_name file_hash",
  },
  import_contents: { team: "team_id batch_id created_at", personal: "content" },
  import_rows: {
    team: "team_id id batch_id line kind outcome lead_id opportunity_id deal_id errors undone_at created_at",
    personal: "fingerprint",
  },
  report_links: {
    public: "name locale mode as_of expires_at",
    team: `team_id id created_by hint scope shows as_of_seq password_version embed_origins warned_at revoked_at version created_at`,
    secret: "token_hash token_sealed password_hash",
  },
  report_link_copies: { public: "content", team: "team_id report_link_id range channel created_at" },
  report_link_views: { team: "team_id report_link_id on_date views created_at" },
} as const satisfies Record<string, Partial<Record<ColumnClass, string>>>;

/** Every classed column, as "table.column", of these classes. */
export function columnsOfClass(...wanted: readonly ColumnClass[]): readonly string[] {
  return Object.entries<Partial<Record<ColumnClass, string>>>(CLASSES).flatMap(([table, classes]) =>
    wanted.flatMap((one) => (classes[one]?.match(/\w+/g) ?? []).map((column) => `${table}.${column}`)),
  );
}

import type { Lint } from "@/db/catalog";

const TABLE = `create table planted (team_id uuid not null references teams, id uuid not null, version int not null default 1,
  created_at timestamptz not null default now(), primary key (team_id, id));
  alter table planted enable row level security; alter table planted force row level security;
  alter table planted owner to tofold_owner;`;
const PREDICATE = "team_id = nullif(current_setting('app.team_id', true), '')::uuid";
const VIEW = "create view planted as select id from leads;";
const FUNCTION =
  "create function planted() returns int language sql stable as 'select 1'; revoke execute on function planted() from public;";

/** For each rule, breaches that it must see. */
export const BREACHES = {
  "role is missing": ["alter role tofold_share rename to tofold_gone"],
  "role has an attribute": [
    ...["superuser", "bypassrls", "createrole", "createdb", "replication"].map((one) => `alter role tofold_app ${one}`),
    "alter role tofold_share bypassrls",
    "alter role tofold_resolver login",
    "alter role tofold_owner inherit",
  ],
  "role is a member of another": ["grant tofold_owner to tofold_app", "grant pg_read_all_data to tofold_share"],
  "role owns something": ["alter table targets owner to tofold_app", "alter table targets owner to tofold_resolver"],
  "tenant table without row-level security": [
    "alter table leads disable row level security",
    TABLE.replace(/enable/, "disable"),
  ],
  "tenant table whose owner sees all": ["alter table deals no force row level security"],
  "tenant table without a team": [
    "create table planted (id uuid primary key)",
    "alter table targets drop constraint targets_team_id_id_pk, alter team_id drop not null",
  ],
  "table that a crash empties": ["alter table import_contents set unlogged"],
  "table that is not the schema's owner's": ["alter table targets owner to current_user"],
  "edited table without a version": [
    "alter table targets drop version",
    "alter table leads alter version drop not null",
  ],
  "table without created_at": ["alter table deals drop created_at", "alter table users alter created_at type date"],
  "materialized view": ["create materialized view planted as select id from leads"],
  "view with its owner's eyes": [VIEW, `${VIEW} alter view planted set (security_invoker = false)`],
  sequence: ["create sequence planted", "create table planted (id int generated always as identity)"],
  "moment without a time zone": ["alter table deals add planted timestamp", "alter table users add planted time"],
  "number that is not whole": ["float8", "real", "numeric(12, 2)", "money"].map(
    (type) => `alter table deals add planted ${type}`,
  ),
  "amount that is not in minor units": ["alter table deals alter amount_minor type int"],
  "currency that is not three letters": [
    "alter table deals alter currency type text",
    "alter table teams alter currency type char(4)",
  ],
  "amount without a currency": ["alter table targets add planted_minor bigint"],
  "amount or currency alone": [
    "alter table deals drop constraint deals_amount_check",
    "alter table leads drop constraint leads_expected_check; alter table leads add check (expected_minor is null or currency is null)",
  ],
  "amount without its bounds": [
    "alter table deals drop constraint deals_amount_range_check",
    `alter table campaigns drop constraint campaigns_cost_range_check; alter table campaigns add check (cost_minor >= 0)`,
    `alter table campaigns drop constraint campaigns_cost_range_check; alter table campaigns add check (cost_minor < 100000000000000)`,
  ],
  "tenant table with another primary key": [
    "create table planted (team_id uuid not null, id uuid primary key)",
    "create table planted (team_id uuid not null, id uuid, primary key (id, team_id))",
    "create table planted (team_id uuid not null, id uuid)",
  ],
  "foreign key that forgets the team": [
    "alter table leads add unique (id); alter table deals add foreign key (lead_id) references leads (id)",
    "alter table leads add unique (id, team_id); alter table deals add foreign key (lead_id, team_id) references leads (id, team_id)",
    `${TABLE} alter table planted add other uuid, add foreign key (other) references teams`,
  ],
  "foreign key between a team and no team": [
    "alter table leads add by uuid references users",
    "alter table users add home uuid references teams",
  ],
  "reference without a foreign key": [
    "alter table leads add referrer_id uuid",
    "alter table leads drop constraint leads_owner_fkey",
    "alter table import_rows drop constraint import_rows_lead_fkey",
  ],
  "foreign key with half a key": [
    "alter table leads drop constraint leads_campaign_check",
    "alter table stage_transitions drop constraint stage_transitions_to_check, drop constraint stage_transitions_to_undo_check",
  ],
  "foreign key without an index": [
    "drop index leads_batch_index",
    "drop index leads_owner_index; create index on leads (team_id) include (owner_id)",
    "drop index deals_lead_index; create index on deals (team_id, lead_id) where voided_at is null",
  ],
  "foreign key that empties or moves": [
    "alter table deals drop constraint deals_lead_fkey; alter table deals add constraint deals_lead_fkey foreign key (team_id, lead_id) references leads on delete set null",
    "alter table deals drop constraint deals_lead_fkey; alter table deals add constraint deals_lead_fkey foreign key (team_id, lead_id) references leads on delete cascade",
    "alter table deals drop constraint deals_lead_fkey; alter table deals add constraint deals_lead_fkey foreign key (team_id, lead_id) references leads on update cascade",
  ],
  "unique across teams": [
    "create unique index on leads (email)",
    "create unique index on leads (lower(email))",
    "alter table invitations add unique (token_hash, team_id)",
    "alter table users add unique (name)",
  ],
  "index that does not begin with the team": [
    "create index on leads (email)",
    "create index on leads (lower(name), team_id)",
  ],
  "index or constraint that is not in force": [
    "update pg_index set indisvalid = false where indexrelid = 'leads_stage_index'::regclass",
    "alter table leads add constraint planted check (version > 0) not valid",
  ],
  "grant without a policy": [
    "grant select on leads to tofold_share",
    "grant select (kind) on leads to tofold_share",
    "drop policy app_team on leads",
    `drop policy app_team on leads; create policy app_team on leads for select to tofold_app using (${PREDICATE})`,
    `${TABLE} grant select on planted to tofold_app`,
  ],
  "policy with another predicate": [
    "alter policy app_team on leads using (true)",
    "alter policy app_team on leads with check (true)",
    "alter policy app_team on leads using (team_id = current_setting('app.team_id', true)::uuid)",
    "alter policy app_team on leads using (team_id = (select nullif(current_setting('app.team_id', true), '')::uuid))",
    `alter policy app_team on leads using (${PREDICATE} or archived_at is null)`,
    "alter policy app_team on teams using (log_seq = 0)",
    "drop policy app_team on leads; create policy app_team on leads to tofold_app using (true)",
    "create policy planted on leads for insert to tofold_share with check (true)",
  ],
  "policy for everybody": [`create policy planted on leads using (${PREDICATE})`],
  "second permissive policy": [`create policy planted on leads for select to tofold_app using (${PREDICATE})`],
  "policy without rows to keep out": [
    "create policy planted on leads for select to tofold_share using (true)",
    "create policy planted on leads for all to tofold_resolver using (true)",
    "create policy planted on leads for select to tofold_resolver, tofold_share using (true)",
  ],
  "resolver's policy that is more than a look": [
    "create policy planted on leads for update to tofold_resolver using (true)",
  ],
  "right of everybody": [
    "grant select on leads to public",
    "grant select (name) on users to public",
    "grant usage on schema public to public",
    "grant temporary on database DATABASE to public",
    "create type planted as enum ('a')",
  ],
  "default right of everybody": [
    "alter default privileges for role tofold_owner grant execute on functions to public",
    "alter default privileges for role tofold_owner in schema public grant select on tables to public",
  ],
  "right that passes by the policies": ["truncate", "references", "trigger"].map(
    (right) => `grant ${right} on leads to tofold_app`,
  ),
  "right to make things": [
    "grant create on schema public to tofold_app",
    "grant temporary on database DATABASE to tofold_share",
    "grant create on database DATABASE to tofold_app",
  ],
  "right to hand a right on": ["grant select on leads to tofold_app with grant option"],
  "log that can be changed": [
    "grant update on stage_transitions to tofold_app",
    "grant update (excluded_as) on stage_transitions to tofold_app",
    "grant delete on activity_log to tofold_app",
    "grant truncate on activity_log to tofold_share",
  ],
  "stage whose kind can be changed": [
    "grant update (kind) on stages to tofold_app",
    "grant update on stages to tofold_app",
  ],
  "resolver that sees more than it looks up": [
    "grant select on teams to tofold_resolver",
    "grant select (email) on invitations to tofold_resolver",
    "grant insert (id) on invitations to tofold_resolver",
  ],
  "report link that sees a person or a secret": [
    "grant select (email) on leads to tofold_share",
    "grant select on users to tofold_share",
    "grant pg_read_all_data to tofold_share",
  ],
  "report link that writes": ["grant insert on deals to tofold_share", "grant update (kind) on deals to tofold_share"],
  "dump that writes": ["grant delete on deals to tofold_backup"],
  "function of everybody": [
    FUNCTION.split("revoke")[0] ?? "",
    `${FUNCTION} grant execute on function planted() to public`,
  ],
  "definer's rights that are not the resolver's": [
    `${FUNCTION} alter function planted() security definer; alter function planted() owner to tofold_owner`,
    "alter function use_team(uuid) security definer set search_path = pg_catalog, public",
  ],
  "definer's rights on the caller's search path": [
    "alter function resolve_team(uuid, text) reset search_path",
    "alter function resolve_team(uuid, text) set search_path = public, pg_catalog",
  ],
  "resolver's function with the caller's rights": ["alter function resolve_team(uuid, text) security invoker"],
  "resolver's function that writes": ["alter function resolve_team(uuid, text) volatile"],
  "leakproof function": ["alter function use_team(uuid) leakproof"],
  "function that does not belong to us": [FUNCTION],
} as const satisfies Record<Lint, readonly string[]>;

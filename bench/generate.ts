import type { Sql } from "postgres";

/** A team of the bench, by its place: 1 is the large one, 2 the middling one, the rest are small and uneven. */
export interface BenchTeam {
  readonly n: number;
  readonly teamId: string;
  readonly leads: number;
}

export interface Sizes {
  readonly leads: number;
  /** Small teams. */
  readonly teams: number;
}

/** All records are of the three years until this day. */
export const TODAY = "2026-11-15";

/**
 * Fills an empty, migrated database with believable teams, set by set: as a superuser, past keys and triggers, whose work is
 * done by the same statements.
 */
export async function generate(sql: Sql, sizes: Sizes): Promise<readonly BenchTeam[]> {
  await sql`set session_replication_role = replica`;
  await sql`set synchronous_commit = off`;
  await sql`set jit = off`;
  await sql`select setseed(0.42)`;
  await planTeams(sql, sizes);
  await addSetUp(sql);
  await drawLives(sql);
  await addRecords(sql);
  await addLog(sql);
  await addChanges(sql);
  await sql`drop table bench_lives`;
  await sql`set session_replication_role = origin`;
  return listTeams(sql);
}

export async function listTeams(sql: Sql): Promise<readonly BenchTeam[]> {
  const teams = await sql<{ n: number; id: string; leads: number }[]>`select n, id, leads from bench_teams order by n`;
  return teams.map(({ n, id, leads }) => ({ n, teamId: id, leads }));
}

/** The small teams share a tenth of the leads: few have many, many have few. */
async function planTeams(sql: Sql, { leads, teams }: Sizes): Promise<void> {
  await sql`create table bench_teams as
    select n, md5('team' || n)::uuid as id,
      case n when 1 then ${leads}::int when 2 then greatest(${leads}::int / 10, 1)
        else greatest(1, round(${leads}::numeric / 10 / ln(greatest(${teams}::int, 3)) / (n - 2)))::int end as leads
    from generate_series(1, ${teams}::int + 2) n`;
  await sql`analyze bench_teams`;
}

/** Stages by kind, 8 channels of 3 campaigns, 5 people. Ids are made of the team and the place, to be found again. */
async function addSetUp(sql: Sql): Promise<void> {
  await sql`insert into users (id, email, name, locale, email_confirmed_at)
    select md5('user' || p)::uuid, 'person' || p || '@example.com', 'Person ' || p, 'nb', now() from generate_series(1, 5) p`;
  await sql`insert into teams (id, slug, name, scenario, time_zone, currency, log_at)
    select id, 'team-' || n, 'Team ' || n, 'startup', 'Europe/Oslo', 'NOK', '2020-01-01' from bench_teams`;
  await sql`insert into memberships (team_id, id, user_id, name, role)
    select t.id, md5(t.id::text || 'm' || p)::uuid, md5('user' || p)::uuid, 'Person ' || p,
      case p when 1 then 'owner' else 'member' end
    from bench_teams t, generate_series(1, 5) p`;
  await sql`insert into stages (team_id, id, subject, kind, name, name_norm, position)
    select t.id, md5(t.id::text || s.key)::uuid, s.subject, s.kind, s.key, s.key, s.position
    from bench_teams t, (values ('lead', 'open', 'l-open', 1), ('lead', 'qualified', 'l-qualified', 2),
      ('lead', 'customer', 'l-customer', 3), ('lead', 'not_a_fit', 'l-not_a_fit', 4), ('lead', 'excluded', 'l-excluded', 5),
      ('opportunity', 'open', 'o-open', 1), ('opportunity', 'won', 'o-won', 2), ('opportunity', 'lost', 'o-lost', 3))
      s(subject, kind, key, position)`;
  await sql`insert into channels (team_id, id, name, name_norm, position)
    select t.id, md5(t.id::text || 'c' || c)::uuid, 'Channel ' || c, 'channel ' || c, c
    from bench_teams t, generate_series(1, 8) c`;
  await sql`insert into campaigns (team_id, id, channel_id, name, name_norm)
    select t.id, md5(t.id::text || 'k' || c || '-' || k)::uuid, md5(t.id::text || 'c' || c)::uuid,
      'Campaign ' || c || '-' || k, 'campaign ' || c || '-' || k
    from bench_teams t, generate_series(1, 8) c, generate_series(1, 3) k`;
  await sql`insert into lost_reasons (team_id, id, name, name_norm, position)
    select t.id, md5(t.id::text || 'r' || r)::uuid, 'Reason ' || r, 'reason ' || r, r
    from bench_teams t, generate_series(1, 4) r`;
}

/** What becomes of each lead, drawn once; what would happen after today has not happened. */
async function drawLives(sql: Sql): Promise<void> {
  await sql`create unlogged table bench_lives as
    select team_id, i, channel, campaign, owner, came_in, d.opened, d.decided,
      case
        when fate < 0.03 then 'excluded'
        when fate < 0.06 and d.decided <= today then 'direct'
        when fate between 0.06 and 0.36 and d.opened <= today then
          case when d.decided > today then 'qualified' when outcome < 0.05 * channel then 'won' else 'lost' end
        when fate > 0.55 and d.decided <= today then 'not_a_fit'
        else 'open' end as fate
    from (
      select t.id as team_id, i, ${TODAY}::date as today, random() as fate, random() as outcome,
        1 + floor(8 * power(random(), 1.3))::int as channel, 1 + floor(3 * random())::int as campaign,
        floor(6 * random())::int as owner, ${TODAY}::date - floor(1095 * power(random(), 1.15))::int as came_in,
        ceil(-8 * ln(1 - random()))::int as first, ceil(-25 * ln(1 - random()))::int as then
      from bench_teams t, generate_series(1, t.leads) i
    ) l, lateral (select came_in + first as opened, came_in + first + l.then as decided) d`;
  await sql`analyze bench_lives`;
}

/** Unattributed: every lead of channel 8. Nobody's: those of owner 0. */
async function addRecords(sql: Sql): Promise<void> {
  const at = (day: string) => sql.unsafe(`(${day} + time '09:00')::timestamptz`);
  const leadId = sql.unsafe(ID("l", "came_in"));
  const opportunityId = sql.unsafe(ID("o", "opened"));
  const [channel, campaign, owner] = [sql.unsafe(CHANNEL), sql.unsafe(CAMPAIGN), sql.unsafe(OWNER)];
  await sql`alter table bench_lives add lead_id uuid, add opportunity_id uuid`;
  await sql`update bench_lives set lead_id = ${leadId},
    opportunity_id = case when fate in ('qualified', 'won', 'lost') then ${opportunityId} end`;
  await sql`insert into leads (team_id, id, name, name_norm, channel_id, campaign_id, owner_id, credited_channel_id,
      credited_campaign_id, credited_owner_id, stage_id, kind, excluded_as, stage_since, came_in_at, came_in_day, qualified,
      qualified_at, qualified_day, decided_at, decided_day, opportunity_kind)
    select team_id, lead_id, 'Lead ' || i, 'lead ' || i, ${channel}, ${campaign}, ${owner}, ${channel}, ${campaign}, ${owner},
      md5(team_id::text || 'l-' || k.kind)::uuid, k.kind, case k.kind when 'excluded' then 'spam' end,
      ${at("case when k.decided then l.decided else came_in end")}, ${at("came_in")}, came_in, opportunity_id is not null,
      case when opportunity_id is not null then ${at("opened")} end, case when opportunity_id is not null then opened end,
      case when k.decided then ${at("l.decided")} end, case when k.decided then l.decided end,
      case fate when 'qualified' then 'open' when 'won' then 'won' when 'lost' then 'lost' end
    from bench_lives l, lateral (select case fate when 'direct' then 'customer' when 'won' then 'customer' when 'lost' then 'qualified'
        else fate end as kind, fate in ('direct', 'won', 'not_a_fit') as decided) k
    order by team_id, came_in`;
  await sql`insert into opportunities (team_id, id, lead_id, name, name_norm, channel_id, campaign_id, owner_id,
      credited_channel_id, credited_campaign_id, credited_owner_id, stage_id, kind, stage_since, opened_at, opened_day,
      closed_at, closed_day, lost_reason_id, without_lead)
    select team_id, opportunity_id, lead_id, 'Lead ' || i, 'lead ' || i, ${channel}, ${campaign}, ${owner}, ${channel},
      ${campaign}, ${owner}, md5(team_id::text || 'o-' || k.kind)::uuid, k.kind,
      ${at("case when k.kind = 'open' then opened else decided end")}, ${at("opened")}, opened,
      case when k.kind <> 'open' then ${at("decided")} end, case when k.kind <> 'open' then decided end,
      case k.kind when 'lost' then md5(team_id::text || 'r' || 1 + i % 4)::uuid end, false
    from bench_lives, lateral (select case fate when 'qualified' then 'open' else fate end as kind) k
    where opportunity_id is not null order by team_id, opened`;
  await sql`insert into deals (team_id, id, opportunity_id, lead_id, kind, amount_minor, currency, term_months, signed_on)
    select team_id, md5(lead_id::text || 'd')::uuid, opportunity_id, lead_id, 'subscription', 100000 + i % 900000, 'NOK', 12,
      decided
    from bench_lives where fate in ('won', 'direct')`;
}

/** A row for each step, recorded when it happened. */
async function addLog(sql: Sql): Promise<void> {
  const [channel, campaign, owner] = [sql.unsafe(CHANNEL), sql.unsafe(CAMPAIGN), sql.unsafe(OWNER)];
  await sql`insert into stage_transitions (team_id, seq, hash, actor_kind, id, subject, lead_id, opportunity_id, from_stage_id,
      from_kind, to_stage_id, to_kind, channel_id, campaign_id, owner_id, lost_reason_id, excluded_as, occurred_at, occurred_on,
      date_only, recorded_at)
    select team_id, seq, '', 'system', md5(team_id::text || 't' || seq)::uuid, subject, lead_id,
      case subject when 'opportunity' then opportunity_id end,
      md5(team_id::text || left(subject, 1) || '-' || was)::uuid, was,
      md5(team_id::text || left(subject, 1) || '-' || became)::uuid, became, ${channel}, ${campaign}, ${owner},
      case became when 'lost' then md5(team_id::text || 'r' || 1 + i % 4)::uuid end,
      case became when 'excluded' then 'spam' end, at, at::date, false, at
    from (
      select l.*, s.*, (day + time '09:00')::timestamptz as at,
        row_number() over (partition by team_id order by day, s.step, i) as seq
      from bench_lives l, lateral (values
        (1, 'lead', null, 'open', came_in, true),
        (2, 'lead', 'open', 'excluded', came_in, fate = 'excluded'),
        (3, 'opportunity', null, 'open', opened, opportunity_id is not null),
        (4, 'lead', 'open', 'qualified', opened, opportunity_id is not null),
        (5, 'opportunity', 'open', fate, decided, fate in ('won', 'lost')),
        (6, 'lead', 'qualified', 'customer', decided, fate = 'won'),
        (7, 'lead', 'open', 'customer', decided, fate = 'direct'),
        (8, 'lead', 'open', 'not_a_fit', decided, fate = 'not_a_fit'))
        s(step, subject, was, became, day, happened)
      where s.happened
    ) moves`;
  await sql`update teams t set log_seq = m.seq, log_at = m.at
    from (select team_id, max(seq) as seq, max(recorded_at) as at from stage_transitions group by 1) m
    where m.team_id = t.id`;
}

/** What the triggers would have appended. */
async function addChanges(sql: Sql): Promise<void> {
  await sql`insert into lead_changes (team_id, sign, kind, came_in_day, qualified, qualified_day, decided_day, opportunity_kind,
      fault, credited_channel_id, credited_campaign_id, credited_owner_id, batch_id)
    select team_id, 1, kind, came_in_day, qualified, qualified_day, decided_day, opportunity_kind, fault,
      credited_channel_id, credited_campaign_id, credited_owner_id, batch_id from leads`;
  await sql`insert into opportunity_changes (team_id, sign, kind, opened_day, closed_day, without_lead, fault,
      credited_channel_id, credited_campaign_id, credited_owner_id, batch_id)
    select team_id, 1, kind, opened_day, closed_day, without_lead, fault, credited_channel_id, credited_campaign_id,
      credited_owner_id, batch_id from opportunities`;
}

/** A UUIDv7 of a moment, as the app makes them: rows that come together lie together. */
function ID(letter: string, day: string): string {
  const random = `md5(team_id::text || '${letter}' || i)`;
  return `(lpad(to_hex((extract(epoch from ${day}) * 1000)::bigint), 12, '0') || '7' || substr(${random}, 1, 3)
    || '8' || substr(${random}, 4, 15))::uuid`;
}
const CHANNEL = "case when channel < 8 then md5(team_id::text || 'c' || channel)::uuid end";
const CAMPAIGN = "case when channel < 8 then md5(team_id::text || 'k' || channel || '-' || campaign)::uuid end";
const OWNER = "case when owner > 0 then md5('user' || owner)::uuid end";

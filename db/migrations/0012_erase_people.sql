ALTER TABLE "import_rows" ALTER COLUMN "fingerprint" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_erased_empty_check" CHECK ("leads"."erased_at" is null or (coalesce("leads"."external_id", "leads"."name", "leads"."name_norm", "leads"."company", "leads"."email", "leads"."phone") is null and "leads"."note" = ''));--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_erased_empty_check" CHECK ("opportunities"."erased_at" is null or (coalesce("opportunities"."external_id", "opportunities"."name", "opportunities"."name_norm") is null and "opportunities"."note" = ''));--> statement-breakpoint

-- Empties every column that is about the people behind these records, also where their names were kept in passing: rows and files
-- of imports, answers of the API. Ids, dates, amounts and both logs stay, so no number moves. Rights are the caller's: the app
-- under its policies, and the schema's owner when a backup is restored.
create function erase_people(team uuid, asked_leads uuid[], asked_opportunities uuid[], at timestamptz) returns void
  language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  own_opportunities uuid[];
  own_deals uuid[];
  own_ids text[];
  words text[];
  dropped uuid[];
begin
  select coalesce(array_agg(o.id), '{}') into own_opportunities from opportunities o
    where o.team_id = team and (o.id = any(asked_opportunities) or o.lead_id = any(asked_leads));
  select coalesce(array_agg(d.id), '{}') into own_deals from deals d
    where d.team_id = team and (d.lead_id = any(asked_leads) or d.opportunity_id = any(own_opportunities));
  own_ids := (asked_leads || own_opportunities || own_deals)::text[];
  -- What a file is searched for. Shorter words stand in too many of them.
  select coalesce(array_agg(distinct lower(said.word)), '{}') into words from (
    select unnest(array[l.name, l.email, l.phone]) from leads l where l.team_id = team and l.id = any(asked_leads)
    union all
    select o.name from opportunities o where o.team_id = team and o.id = any(asked_opportunities) and o.lead_id is null
  ) said(word) where char_length(said.word) >= 4;

  update leads l set external_id = null, name = null, name_norm = null, company = null, email = null, phone = null, note = '',
    erased_at = at, version = l.version + 1 where l.team_id = team and l.id = any(asked_leads) and l.erased_at is null;
  update opportunities o set external_id = null, name = null, name_norm = null, note = '', erased_at = at,
    version = o.version + 1 where o.team_id = team and o.id = any(own_opportunities) and o.erased_at is null;
  update deals d set external_id = null, version = d.version + 1
    where d.team_id = team and d.id = any(own_deals) and d.external_id is not null;

  update import_rows r set fingerprint = null where r.team_id = team and r.fingerprint is not null
    and (r.lead_id = any(asked_leads) or r.opportunity_id = any(own_opportunities) or r.deal_id = any(own_deals));
  with gone as (
    delete from import_contents c where c.team_id = team and exists (
      select from unnest(words) word
      where position(word in lower(c.content)) > 0 or position(replace(word, '"', '""') in lower(c.content)) > 0)
    returning c.batch_id
  ) select coalesce(array_agg(batch_id), '{}') into dropped from gone;
  -- A file that nobody has applied cannot be any more; that of an applied import held the rows that it left out.
  update import_batches b set state = 'undone', undone_at = at, version = b.version + 1
    where b.team_id = team and b.id = any(dropped) and b.state in ('uploaded', 'failed');
  update import_batches b set file_name = '', version = b.version + 1
    where b.team_id = team and exists (select from unnest(words) word where position(word in lower(b.file_name)) > 0);

  -- An answer that is gone must not be given again, and what it answered must not be done again within the day.
  update idempotency_keys k set request_hash = '', response = '' where k.team_id = team and exists (
    select from unnest(own_ids || words) word
    where position(word in lower(k.response)) > 0 or position(trim(both '"' from to_json(word)::text) in lower(k.response)) > 0);
end $$;--> statement-breakpoint
revoke execute on function erase_people(uuid, uuid[], uuid[], timestamptz) from public;--> statement-breakpoint
grant execute on function erase_people(uuid, uuid[], uuid[], timestamptz) to tofold_app;--> statement-breakpoint
grant update (fingerprint) on import_rows to tofold_app;--> statement-breakpoint
grant update (request_hash, response) on idempotency_keys to tofold_app;--> statement-breakpoint

-- Whose erasure must be kept outside the database too.
create index leads_erased_index on leads (team_id, erased_at) where erased_at is not null;--> statement-breakpoint
create index opportunities_erased_index on opportunities (team_id, erased_at) where erased_at is not null;

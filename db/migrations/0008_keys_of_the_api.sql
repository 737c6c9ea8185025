CREATE TABLE "api_keys" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"hint" text NOT NULL,
	"scope" text NOT NULL,
	"created_by" uuid NOT NULL,
	"last_used_on" date,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "api_keys_token_unique" UNIQUE("team_id","token_hash"),
	CONSTRAINT "api_keys_scope_check" CHECK ("api_keys"."scope" in ('read', 'write')),
	CONSTRAINT "api_keys_name_check" CHECK (char_length("api_keys"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"response" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "idempotency_keys_key_unique" UNIQUE("team_id","key"),
	CONSTRAINT "idempotency_keys_key_check" CHECK (char_length("idempotency_keys"."key") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_fkey" FOREIGN KEY ("team_id","created_by") REFERENCES "public"."memberships"("team_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_created_by_index" ON "api_keys" USING btree ("team_id","created_by");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_index" ON "idempotency_keys" USING btree ("team_id","created_at");
--> statement-breakpoint
alter table api_keys enable row level security;--> statement-breakpoint
alter table api_keys force row level security;--> statement-breakpoint
alter table idempotency_keys enable row level security;--> statement-breakpoint
alter table idempotency_keys force row level security;--> statement-breakpoint
create policy app_team on api_keys for all to tofold_app
  using (team_id = nullif(current_setting('app.team_id', true), '')::uuid)
  with check (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
create policy app_team on idempotency_keys for all to tofold_app
  using (team_id = nullif(current_setting('app.team_id', true), '')::uuid)
  with check (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update (last_used_on, revoked_at) on api_keys to tofold_app;--> statement-breakpoint
grant select, insert, delete on idempotency_keys to tofold_app;--> statement-breakpoint
grant select on api_keys, idempotency_keys to tofold_backup;--> statement-breakpoint

-- A key is looked up before a team is known, as an invitation is.
create policy resolver_reads on api_keys for select to tofold_resolver using (true);--> statement-breakpoint
grant select (team_id, id, token_hash) on api_keys to tofold_resolver;--> statement-breakpoint
create index api_keys_token_index on api_keys (token_hash);--> statement-breakpoint
create function resolve_api_key(hash text) returns table (team_id uuid, key_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select api_keys.team_id, api_keys.id from public.api_keys where api_keys.token_hash = hash
$$;--> statement-breakpoint
grant create on schema public to tofold_resolver;--> statement-breakpoint
alter function resolve_api_key(text) owner to tofold_resolver;--> statement-breakpoint
revoke create on schema public from tofold_resolver;--> statement-breakpoint
set local role tofold_resolver;--> statement-breakpoint
revoke execute on function resolve_api_key(text) from public;--> statement-breakpoint
grant execute on function resolve_api_key(text) to tofold_app;--> statement-breakpoint
reset role;

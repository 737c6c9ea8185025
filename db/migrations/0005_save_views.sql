CREATE TABLE "saved_views" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" uuid,
	"name" text NOT NULL,
	"name_norm" text NOT NULL,
	"query" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "saved_views_name_unique" UNIQUE NULLS NOT DISTINCT("team_id","owner_id","name_norm"),
	CONSTRAINT "saved_views_name_check" CHECK (length("saved_views"."name") between 1 and 80),
	CONSTRAINT "saved_views_query_check" CHECK (length("saved_views"."query") <= 4000)
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_fkey" FOREIGN KEY ("team_id","owner_id") REFERENCES "public"."memberships"("team_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_views_owner_index" ON "saved_views" USING btree ("team_id","owner_id");
--> statement-breakpoint
alter table saved_views enable row level security;--> statement-breakpoint
alter table saved_views force row level security;--> statement-breakpoint
create policy app_team on saved_views for all to tofold_app
  using (team_id = nullif(current_setting('app.team_id', true), '')::uuid)
  with check (team_id = nullif(current_setting('app.team_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update (name, name_norm, query, version), delete on saved_views to tofold_app;--> statement-breakpoint
grant select on saved_views to tofold_backup;

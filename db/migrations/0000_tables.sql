CREATE TABLE "import_batches" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"encoding" text NOT NULL,
	"delimiter" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"state" text NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"counts" jsonb NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_batches_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "import_batches_kind_check" CHECK ("import_batches"."kind" in ('leads', 'opportunities', 'deals', 'sample')),
	CONSTRAINT "import_batches_state_check" CHECK ("import_batches"."state" in ('uploaded', 'applying', 'applied', 'undone', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "import_contents" (
	"team_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"content" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_contents_team_id_batch_id_pk" PRIMARY KEY("team_id","batch_id")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"kind" text NOT NULL,
	"fingerprint" text NOT NULL,
	"outcome" text NOT NULL,
	"lead_id" uuid,
	"opportunity_id" uuid,
	"deal_id" uuid,
	"errors" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "import_rows_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "import_rows_line_unique" UNIQUE("team_id","batch_id","line"),
	CONSTRAINT "import_rows_outcome_check" CHECK ("import_rows"."outcome" in ('created', 'updated', 'skipped', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "activity_log" (
	"team_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"id" uuid NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid,
	"fields" jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_log_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "activity_log_seq_unique" UNIQUE("team_id","seq"),
	CONSTRAINT "activity_log_actor_check" CHECK ("activity_log"."actor_kind" in ('user', 'key', 'system'))
);
--> statement-breakpoint
CREATE TABLE "stage_transitions" (
	"team_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"lead_id" uuid,
	"opportunity_id" uuid,
	"from_stage_id" uuid,
	"from_kind" text,
	"to_stage_id" uuid,
	"to_kind" text,
	"channel_id" uuid,
	"campaign_id" uuid,
	"owner_id" uuid,
	"lost_reason_id" uuid,
	"excluded_as" text,
	"occurred_at" timestamp with time zone,
	"occurred_on" date,
	"date_only" boolean NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"undoes_id" uuid,
	"cause_id" uuid,
	"fault" text,
	"batch_id" uuid,
	CONSTRAINT "stage_transitions_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "stage_transitions_seq_unique" UNIQUE("team_id","seq"),
	CONSTRAINT "stage_transitions_undoes_unique" UNIQUE("team_id","undoes_id"),
	CONSTRAINT "stage_transitions_subject_check" CHECK (case "stage_transitions"."subject"
        when 'lead' then "stage_transitions"."lead_id" is not null and "stage_transitions"."opportunity_id" is null
        when 'opportunity' then "stage_transitions"."opportunity_id" is not null
        else false end),
	CONSTRAINT "stage_transitions_from_check" CHECK (("stage_transitions"."from_stage_id" is null) = ("stage_transitions"."from_kind" is null)),
	CONSTRAINT "stage_transitions_to_check" CHECK (("stage_transitions"."to_stage_id" is null) = ("stage_transitions"."to_kind" is null)),
	CONSTRAINT "stage_transitions_to_undo_check" CHECK ("stage_transitions"."to_stage_id" is not null or "stage_transitions"."undoes_id" is not null),
	CONSTRAINT "stage_transitions_campaign_check" CHECK ("stage_transitions"."campaign_id" is null or "stage_transitions"."channel_id" is not null),
	CONSTRAINT "stage_transitions_occurred_check" CHECK (("stage_transitions"."occurred_at" is null) = ("stage_transitions"."occurred_on" is null)),
	CONSTRAINT "stage_transitions_excluded_as_check" CHECK ("stage_transitions"."excluded_as" in ('duplicate', 'spam', 'test')),
	CONSTRAINT "stage_transitions_fault_check" CHECK ("stage_transitions"."fault" in ('before-start', 'before-previous')),
	CONSTRAINT "stage_transitions_actor_check" CHECK ("stage_transitions"."actor_kind" in ('user', 'key', 'system'))
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_norm" text NOT NULL,
	"audience_size" integer,
	"cost_minor" bigint,
	"currency" char(3),
	"starts_on" date,
	"ends_on" date,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigns_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "campaigns_channel_unique" UNIQUE("team_id","id","channel_id"),
	CONSTRAINT "campaigns_cost_check" CHECK (("campaigns"."cost_minor" is null) = ("campaigns"."currency" is null)),
	CONSTRAINT "campaigns_cost_range_check" CHECK ("campaigns"."cost_minor" >= 0 and "campaigns"."cost_minor" < 100000000000000),
	CONSTRAINT "campaigns_audience_check" CHECK ("campaigns"."audience_size" >= 0),
	CONSTRAINT "campaigns_dates_check" CHECK ("campaigns"."starts_on" <= "campaigns"."ends_on"),
	CONSTRAINT "campaigns_name_check" CHECK (char_length("campaigns"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_norm" text NOT NULL,
	"aliases" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channels_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "channels_name_check" CHECK (char_length("channels"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "lost_reasons" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_norm" text NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lost_reasons_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "lost_reasons_name_check" CHECK (char_length("lost_reasons"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_norm" text NOT NULL,
	"position" integer NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stages_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "stages_kind_unique" UNIQUE("team_id","id","subject","kind"),
	CONSTRAINT "stages_kind_check" CHECK (("stages"."subject" = 'lead' and "stages"."kind" in ('open', 'qualified', 'customer', 'not_a_fit', 'excluded'))
        or ("stages"."subject" = 'opportunity' and "stages"."kind" in ('open', 'won', 'lost'))),
	CONSTRAINT "stages_name_check" CHECK (char_length("stages"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text,
	"opportunity_id" uuid,
	"lead_id" uuid,
	"kind" text NOT NULL,
	"amount_minor" bigint,
	"currency" char(3),
	"term_months" integer,
	"signed_on" date,
	"voided_at" timestamp with time zone,
	"batch_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deals_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "deals_external_id_unique" UNIQUE("team_id","external_id"),
	CONSTRAINT "deals_of_check" CHECK ("deals"."opportunity_id" is not null or "deals"."lead_id" is not null),
	CONSTRAINT "deals_amount_check" CHECK (("deals"."amount_minor" is null) = ("deals"."currency" is null)),
	CONSTRAINT "deals_amount_range_check" CHECK ("deals"."amount_minor" >= 0 and "deals"."amount_minor" < 100000000000000),
	CONSTRAINT "deals_kind_check" CHECK ("deals"."kind" in ('subscription', 'project', 'retainer', 'one_off')),
	CONSTRAINT "deals_term_check" CHECK ("deals"."term_months" between 1 and 1200)
);
--> statement-breakpoint
CREATE TABLE "leads" (
	"team_id" uuid NOT NULL,
	"external_id" text,
	"note" text DEFAULT '' NOT NULL,
	"channel_id" uuid,
	"campaign_id" uuid,
	"owner_id" uuid,
	"expected_minor" bigint,
	"currency" char(3),
	"stage_id" uuid,
	"stage_since" timestamp with time zone,
	"fault" boolean DEFAULT false NOT NULL,
	"batch_id" uuid,
	"archived_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"id" uuid NOT NULL,
	"name" text,
	"name_norm" text,
	"company" text,
	"email" text,
	"phone" text,
	"kind" text,
	"excluded_as" text,
	"came_in_at" timestamp with time zone,
	"came_in_day" date,
	"qualified" boolean DEFAULT false NOT NULL,
	"qualified_at" timestamp with time zone,
	"qualified_day" date,
	"decided_at" timestamp with time zone,
	"decided_day" date,
	"opportunity_kind" text,
	CONSTRAINT "leads_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "leads_external_id_unique" UNIQUE("team_id","external_id"),
	CONSTRAINT "leads_campaign_check" CHECK ("leads"."campaign_id" is null or "leads"."channel_id" is not null),
	CONSTRAINT "leads_expected_check" CHECK (("leads"."expected_minor" is null) = ("leads"."currency" is null)),
	CONSTRAINT "leads_expected_range_check" CHECK ("leads"."expected_minor" >= 0 and "leads"."expected_minor" < 100000000000000),
	CONSTRAINT "leads_stage_check" CHECK (("leads"."stage_id" is null) = ("leads"."kind" is null)),
	CONSTRAINT "leads_kind_check" CHECK ("leads"."kind" in ('open', 'qualified', 'customer', 'not_a_fit', 'excluded')),
	CONSTRAINT "leads_excluded_check" CHECK (("leads"."excluded_as" is not null) = coalesce("leads"."kind" = 'excluded', false)),
	CONSTRAINT "leads_excluded_as_check" CHECK ("leads"."excluded_as" in ('duplicate', 'spam', 'test')),
	CONSTRAINT "leads_came_in_check" CHECK (("leads"."came_in_at" is null) = ("leads"."came_in_day" is null)),
	CONSTRAINT "leads_name_check" CHECK (char_length("leads"."name") between 1 and 200),
	CONSTRAINT "leads_erased_check" CHECK ("leads"."erased_at" is not null or "leads"."name" is not null)
);
--> statement-breakpoint
CREATE TABLE "opportunities" (
	"team_id" uuid NOT NULL,
	"external_id" text,
	"note" text DEFAULT '' NOT NULL,
	"channel_id" uuid,
	"campaign_id" uuid,
	"owner_id" uuid,
	"expected_minor" bigint,
	"currency" char(3),
	"stage_id" uuid,
	"stage_since" timestamp with time zone,
	"fault" boolean DEFAULT false NOT NULL,
	"batch_id" uuid,
	"archived_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"id" uuid NOT NULL,
	"lead_id" uuid,
	"name" text,
	"name_norm" text,
	"kind" text,
	"opened_at" timestamp with time zone,
	"opened_day" date,
	"closed_at" timestamp with time zone,
	"closed_day" date,
	"lost_reason_id" uuid,
	CONSTRAINT "opportunities_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "opportunities_external_id_unique" UNIQUE("team_id","external_id"),
	CONSTRAINT "opportunities_campaign_check" CHECK ("opportunities"."campaign_id" is null or "opportunities"."channel_id" is not null),
	CONSTRAINT "opportunities_expected_check" CHECK (("opportunities"."expected_minor" is null) = ("opportunities"."currency" is null)),
	CONSTRAINT "opportunities_expected_range_check" CHECK ("opportunities"."expected_minor" >= 0 and "opportunities"."expected_minor" < 100000000000000),
	CONSTRAINT "opportunities_stage_check" CHECK (("opportunities"."stage_id" is null) = ("opportunities"."kind" is null)),
	CONSTRAINT "opportunities_kind_check" CHECK ("opportunities"."kind" in ('open', 'won', 'lost')),
	CONSTRAINT "opportunities_opened_check" CHECK (("opportunities"."opened_at" is null) = ("opportunities"."opened_day" is null)),
	CONSTRAINT "opportunities_closed_check" CHECK ("opportunities"."closed_at" is null or "opportunities"."kind" in ('won', 'lost')),
	CONSTRAINT "opportunities_name_check" CHECK (char_length("opportunities"."name") between 1 and 200),
	CONSTRAINT "opportunities_erased_check" CHECK ("opportunities"."erased_at" is not null or "opportunities"."name" is not null)
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"metric" text NOT NULL,
	"channel_id" uuid,
	"rate_bp" integer NOT NULL,
	"valid_from" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "targets_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "targets_metric_unique" UNIQUE NULLS NOT DISTINCT("team_id","metric","channel_id","valid_from"),
	CONSTRAINT "targets_rate_check" CHECK ("targets"."rate_bp" between 100 and 9900)
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "invitations_token_unique" UNIQUE("team_id","token_hash"),
	CONSTRAINT "invitations_role_check" CHECK ("invitations"."role" in ('owner', 'admin', 'member', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "memberships_user_unique" UNIQUE("team_id","user_id"),
	CONSTRAINT "memberships_role_check" CHECK ("memberships"."role" in ('owner', 'admin', 'member', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"scenario" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" char(3) NOT NULL,
	"lead_converts_at" text DEFAULT 'customer' NOT NULL,
	"deleted_at" timestamp with time zone,
	"log_seq" bigint DEFAULT 0 NOT NULL,
	"log_at" timestamp with time zone NOT NULL,
	"log_hash" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_slug_unique" UNIQUE("slug"),
	CONSTRAINT "teams_scenario_check" CHECK ("teams"."scenario" in ('startup', 'consultancy', 'agency', 'other')),
	CONSTRAINT "teams_lead_converts_at_check" CHECK ("teams"."lead_converts_at" in ('customer', 'opportunity')),
	CONSTRAINT "teams_name_check" CHECK (char_length("teams"."name") between 1 and 80),
	CONSTRAINT "teams_slug_check" CHECK ("teams"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length("teams"."slug") between 3 and 40),
	CONSTRAINT "teams_currency_check" CHECK ("teams"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"locale" text NOT NULL,
	"email_confirmed_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_created_by_fkey" FOREIGN KEY ("team_id","created_by") REFERENCES "public"."memberships"("team_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_contents" ADD CONSTRAINT "import_contents_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_contents" ADD CONSTRAINT "import_contents_batch_fkey" FOREIGN KEY ("team_id","batch_id") REFERENCES "public"."import_batches"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_batch_fkey" FOREIGN KEY ("team_id","batch_id") REFERENCES "public"."import_batches"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_log" ADD CONSTRAINT "activity_log_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_to_stage_fkey" FOREIGN KEY ("team_id","to_stage_id","subject","to_kind") REFERENCES "public"."stages"("team_id","id","subject","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_from_stage_fkey" FOREIGN KEY ("team_id","from_stage_id","subject","from_kind") REFERENCES "public"."stages"("team_id","id","subject","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_lead_fkey" FOREIGN KEY ("team_id","lead_id") REFERENCES "public"."leads"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_opportunity_fkey" FOREIGN KEY ("team_id","opportunity_id") REFERENCES "public"."opportunities"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_channel_fkey" FOREIGN KEY ("team_id","channel_id") REFERENCES "public"."channels"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_campaign_fkey" FOREIGN KEY ("team_id","campaign_id","channel_id") REFERENCES "public"."campaigns"("team_id","id","channel_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_owner_fkey" FOREIGN KEY ("team_id","owner_id") REFERENCES "public"."memberships"("team_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_lost_reason_fkey" FOREIGN KEY ("team_id","lost_reason_id") REFERENCES "public"."lost_reasons"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_undoes_fkey" FOREIGN KEY ("team_id","undoes_id") REFERENCES "public"."stage_transitions"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_cause_fkey" FOREIGN KEY ("team_id","cause_id") REFERENCES "public"."stage_transitions"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_transitions" ADD CONSTRAINT "stage_transitions_batch_fkey" FOREIGN KEY ("team_id","batch_id") REFERENCES "public"."import_batches"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_channel_fkey" FOREIGN KEY ("team_id","channel_id") REFERENCES "public"."channels"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lost_reasons" ADD CONSTRAINT "lost_reasons_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_opportunity_fkey" FOREIGN KEY ("team_id","opportunity_id") REFERENCES "public"."opportunities"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_lead_fkey" FOREIGN KEY ("team_id","lead_id") REFERENCES "public"."leads"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_batch_fkey" FOREIGN KEY ("team_id","batch_id") REFERENCES "public"."import_batches"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_stage_fkey" FOREIGN KEY ("team_id","stage_id") REFERENCES "public"."stages"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_channel_fkey" FOREIGN KEY ("team_id","channel_id") REFERENCES "public"."channels"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_campaign_fkey" FOREIGN KEY ("team_id","campaign_id","channel_id") REFERENCES "public"."campaigns"("team_id","id","channel_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_owner_fkey" FOREIGN KEY ("team_id","owner_id") REFERENCES "public"."memberships"("team_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_batch_fkey" FOREIGN KEY ("team_id","batch_id") REFERENCES "public"."import_batches"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_lead_fkey" FOREIGN KEY ("team_id","lead_id") REFERENCES "public"."leads"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_stage_fkey" FOREIGN KEY ("team_id","stage_id") REFERENCES "public"."stages"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_channel_fkey" FOREIGN KEY ("team_id","channel_id") REFERENCES "public"."channels"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_campaign_fkey" FOREIGN KEY ("team_id","campaign_id","channel_id") REFERENCES "public"."campaigns"("team_id","id","channel_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_owner_fkey" FOREIGN KEY ("team_id","owner_id") REFERENCES "public"."memberships"("team_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_lost_reason_fkey" FOREIGN KEY ("team_id","lost_reason_id") REFERENCES "public"."lost_reasons"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_batch_fkey" FOREIGN KEY ("team_id","batch_id") REFERENCES "public"."import_batches"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_channel_fkey" FOREIGN KEY ("team_id","channel_id") REFERENCES "public"."channels"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_fkey" FOREIGN KEY ("team_id","invited_by") REFERENCES "public"."memberships"("team_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_tokens" ADD CONSTRAINT "verification_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_batches_created_by_index" ON "import_batches" USING btree ("team_id","created_by");--> statement-breakpoint
CREATE UNIQUE INDEX "import_rows_creation_unique" ON "import_rows" USING btree ("team_id","kind","fingerprint") WHERE "import_rows"."outcome" = 'created' and "import_rows"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "activity_log_subject_index" ON "activity_log" USING btree ("team_id","subject_kind","subject_id","seq");--> statement-breakpoint
CREATE INDEX "stage_transitions_lead_index" ON "stage_transitions" USING btree ("team_id","lead_id","seq");--> statement-breakpoint
CREATE INDEX "stage_transitions_opportunity_index" ON "stage_transitions" USING btree ("team_id","opportunity_id","seq");--> statement-breakpoint
CREATE INDEX "stage_transitions_to_stage_index" ON "stage_transitions" USING btree ("team_id","to_stage_id");--> statement-breakpoint
CREATE INDEX "stage_transitions_from_stage_index" ON "stage_transitions" USING btree ("team_id","from_stage_id");--> statement-breakpoint
CREATE INDEX "stage_transitions_channel_index" ON "stage_transitions" USING btree ("team_id","channel_id");--> statement-breakpoint
CREATE INDEX "stage_transitions_campaign_index" ON "stage_transitions" USING btree ("team_id","campaign_id") WHERE "stage_transitions"."campaign_id" is not null;--> statement-breakpoint
CREATE INDEX "stage_transitions_owner_index" ON "stage_transitions" USING btree ("team_id","owner_id") WHERE "stage_transitions"."owner_id" is not null;--> statement-breakpoint
CREATE INDEX "stage_transitions_lost_reason_index" ON "stage_transitions" USING btree ("team_id","lost_reason_id") WHERE "stage_transitions"."lost_reason_id" is not null;--> statement-breakpoint
CREATE INDEX "stage_transitions_cause_index" ON "stage_transitions" USING btree ("team_id","cause_id") WHERE "stage_transitions"."cause_id" is not null;--> statement-breakpoint
CREATE INDEX "stage_transitions_batch_index" ON "stage_transitions" USING btree ("team_id","batch_id") WHERE "stage_transitions"."batch_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_live_name_unique" ON "campaigns" USING btree ("team_id","channel_id","name_norm") WHERE "campaigns"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "campaigns_channel_index" ON "campaigns" USING btree ("team_id","channel_id");--> statement-breakpoint
CREATE UNIQUE INDEX "channels_live_name_unique" ON "channels" USING btree ("team_id","name_norm") WHERE "channels"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "lost_reasons_live_name_unique" ON "lost_reasons" USING btree ("team_id","name_norm") WHERE "lost_reasons"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "stages_live_name_unique" ON "stages" USING btree ("team_id","subject","name_norm") WHERE "stages"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "deals_lead_index" ON "deals" USING btree ("team_id","lead_id");--> statement-breakpoint
CREATE INDEX "deals_opportunity_index" ON "deals" USING btree ("team_id","opportunity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "deals_live_opportunity_unique" ON "deals" USING btree ("team_id","opportunity_id") WHERE "deals"."voided_at" is null and "deals"."opportunity_id" is not null;--> statement-breakpoint
CREATE INDEX "deals_batch_index" ON "deals" USING btree ("team_id","batch_id");--> statement-breakpoint
CREATE INDEX "deals_signed_index" ON "deals" USING btree ("team_id","signed_on","id");--> statement-breakpoint
CREATE INDEX "leads_stage_index" ON "leads" USING btree ("team_id","stage_id","id");--> statement-breakpoint
CREATE INDEX "leads_channel_index" ON "leads" USING btree ("team_id","channel_id","id");--> statement-breakpoint
CREATE INDEX "leads_campaign_index" ON "leads" USING btree ("team_id","campaign_id","channel_id");--> statement-breakpoint
CREATE INDEX "leads_owner_index" ON "leads" USING btree ("team_id","owner_id","id");--> statement-breakpoint
CREATE INDEX "leads_batch_index" ON "leads" USING btree ("team_id","batch_id");--> statement-breakpoint
CREATE INDEX "leads_email_index" ON "leads" USING btree ("team_id","email");--> statement-breakpoint
CREATE INDEX "leads_name_index" ON "leads" USING btree ("team_id","name_norm","id");--> statement-breakpoint
CREATE INDEX "opportunities_lead_index" ON "opportunities" USING btree ("team_id","lead_id");--> statement-breakpoint
CREATE INDEX "opportunities_stage_index" ON "opportunities" USING btree ("team_id","stage_id","id");--> statement-breakpoint
CREATE INDEX "opportunities_channel_index" ON "opportunities" USING btree ("team_id","channel_id","id");--> statement-breakpoint
CREATE INDEX "opportunities_campaign_index" ON "opportunities" USING btree ("team_id","campaign_id","channel_id");--> statement-breakpoint
CREATE INDEX "opportunities_owner_index" ON "opportunities" USING btree ("team_id","owner_id","id");--> statement-breakpoint
CREATE INDEX "opportunities_lost_reason_index" ON "opportunities" USING btree ("team_id","lost_reason_id");--> statement-breakpoint
CREATE INDEX "opportunities_batch_index" ON "opportunities" USING btree ("team_id","batch_id");--> statement-breakpoint
CREATE INDEX "opportunities_name_index" ON "opportunities" USING btree ("team_id","name_norm","id");--> statement-breakpoint
CREATE INDEX "targets_channel_index" ON "targets" USING btree ("team_id","channel_id");--> statement-breakpoint
CREATE INDEX "invitations_invited_by_index" ON "invitations" USING btree ("team_id","invited_by");--> statement-breakpoint
CREATE INDEX "memberships_user_index" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "accounts_user_index" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "rate_limits_window_index" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "sessions_user_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_tokens_user_index" ON "verification_tokens" USING btree ("user_id");
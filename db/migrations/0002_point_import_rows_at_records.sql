ALTER TABLE "import_rows" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_lead_fkey" FOREIGN KEY ("team_id","lead_id") REFERENCES "public"."leads"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_opportunity_fkey" FOREIGN KEY ("team_id","opportunity_id") REFERENCES "public"."opportunities"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_deal_fkey" FOREIGN KEY ("team_id","deal_id") REFERENCES "public"."deals"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_lead_index" ON "import_rows" USING btree ("team_id","lead_id");--> statement-breakpoint
CREATE INDEX "import_rows_opportunity_index" ON "import_rows" USING btree ("team_id","opportunity_id");--> statement-breakpoint
CREATE INDEX "import_rows_deal_index" ON "import_rows" USING btree ("team_id","deal_id");
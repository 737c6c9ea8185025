ALTER TABLE "leads" ADD COLUMN "credited_owner_id" uuid;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "credited_owner_id" uuid;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_credited_owner_fkey" FOREIGN KEY ("team_id","credited_owner_id") REFERENCES "public"."memberships"("team_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_credited_owner_fkey" FOREIGN KEY ("team_id","credited_owner_id") REFERENCES "public"."memberships"("team_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leads_credited_owner_index" ON "leads" USING btree ("team_id","credited_owner_id");--> statement-breakpoint
CREATE INDEX "opportunities_credited_owner_index" ON "opportunities" USING btree ("team_id","credited_owner_id");
ALTER TABLE "stages" ADD CONSTRAINT "stages_cached_kind_unique" UNIQUE("team_id","id","kind");--> statement-breakpoint
ALTER TABLE "leads" DROP CONSTRAINT "leads_stage_fkey";--> statement-breakpoint
ALTER TABLE "opportunities" DROP CONSTRAINT "opportunities_stage_fkey";--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_stage_fkey" FOREIGN KEY ("team_id","stage_id","kind") REFERENCES "public"."stages"("team_id","id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_stage_fkey" FOREIGN KEY ("team_id","stage_id","kind") REFERENCES "public"."stages"("team_id","id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_currency_check" CHECK ("campaigns"."currency" ~ '^[A-Z]{3}$');--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_currency_check" CHECK ("deals"."currency" ~ '^[A-Z]{3}$');--> statement-breakpoint
ALTER TABLE "deals" ADD CONSTRAINT "deals_external_id_check" CHECK (char_length("deals"."external_id") between 1 and 200);--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_currency_check" CHECK ("leads"."currency" ~ '^[A-Z]{3}$');--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_contact_check" CHECK (char_length("leads"."company") <= 200 and char_length("leads"."email") <= 320 and char_length("leads"."phone") <= 200);--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_note_check" CHECK (char_length("leads"."note") <= 10000);--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_external_id_check" CHECK (char_length("leads"."external_id") between 1 and 200);--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_currency_check" CHECK ("opportunities"."currency" ~ '^[A-Z]{3}$');--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_note_check" CHECK (char_length("opportunities"."note") <= 10000);--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_external_id_check" CHECK (char_length("opportunities"."external_id") between 1 and 200);

import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { TeamId } from "@/lib/domain/ids";
import { createdAt } from "./columns";

/** Every address that a team has ever had: whoever has an old one must never come to another team. Stays when the team is gone. */
export const teamAddresses = pgTable("team_addresses", {
  slug: text("slug").primaryKey(),
  /** Null once that team has been deleted for good. */
  takenBy: uuid("taken_by").$type<TeamId>(),
  createdAt: createdAt(),
});

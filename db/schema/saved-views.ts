import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { SavedViewId, UserId } from "@/lib/domain/ids";
import { createdAt, id, reference, teamId, version } from "./columns";
import { memberships, teams } from "./teams";

/** A named question of the report. Its query is an address's own text, and is read by the address's own parser. */
export const savedViews = pgTable(
  "saved_views",
  {
    teamId: teamId().references(() => teams.id),
    id: id<SavedViewId>(),
    /** Whose it is; `null` is the whole team's. */
    ownerId: reference<UserId>("owner_id"),
    name: text("name").notNull(),
    nameNorm: text("name_norm").notNull(),
    query: text("query").notNull(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("saved_views_name_unique").on(t.teamId, t.ownerId, t.nameNorm).nullsNotDistinct(),
    foreignKey({
      name: "saved_views_owner_fkey",
      columns: [t.teamId, t.ownerId],
      foreignColumns: [memberships.teamId, memberships.userId],
    }),
    index("saved_views_owner_index").on(t.teamId, t.ownerId),
    check("saved_views_name_check", sql`length(${t.name}) between 1 and 80`),
    check("saved_views_query_check", sql`length(${t.query}) <= 4000`),
  ],
);

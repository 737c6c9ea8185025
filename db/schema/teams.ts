import { sql } from "drizzle-orm";
import { bigint, check, char, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Id, InvitationId, TeamId, UserId } from "@/lib/domain/ids";
import type { Role, Sharing } from "@/lib/domain/permissions";
import type { Scenario } from "@/lib/domain/pipeline/presets/preset";
import { createdAt, id, moment, reference, teamId, version } from "./columns";
import { users } from "./users";

export type LeadConvertsAt = "customer" | "opportunity";

export const teams = pgTable(
  "teams",
  {
    id: uuid("id").$type<TeamId>().primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    scenario: text("scenario").$type<Scenario>().notNull(),
    timeZone: text("time_zone").notNull(),
    currency: char("currency", { length: 3 }).notNull(),
    leadConvertsAt: text("lead_converts_at").$type<LeadConvertsAt>().notNull().default("customer"),
    /** Report links: by owners and admins, by members too (their own), or none at all. */
    sharing: text("sharing").$type<Sharing>().notNull().default("on"),
    deletedAt: moment("deleted_at"),
    /** Last number, time and hash of the two logs: taken under this row's lock, after all other locks. */
    logSeq: bigint("log_seq", { mode: "number" }).notNull().default(0),
    logAt: moment("log_at").notNull(),
    logHash: text("log_hash").notNull().default(""),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("teams_slug_unique").on(t.slug),
    check("teams_scenario_check", sql`${t.scenario} in ('startup', 'consultancy', 'agency', 'other')`),
    check("teams_lead_converts_at_check", sql`${t.leadConvertsAt} in ('customer', 'opportunity')`),
    check("teams_sharing_check", sql`${t.sharing} in ('on', 'members', 'off')`),
    check("teams_name_check", sql`char_length(${t.name}) between 1 and 80`),
    check("teams_slug_check", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(${t.slug}) between 3 and 40`),
    check("teams_currency_check", sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    teamId: teamId().references(() => teams.id),
    id: id<Id<"membership">>(),
    userId: reference<UserId>("user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    role: text("role").$type<Role>().notNull(),
    removedAt: moment("removed_at"),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("memberships_user_unique").on(t.teamId, t.userId),
    index("memberships_user_index").on(t.userId),
    check("memberships_role_check", sql`${t.role} in ('owner', 'admin', 'member', 'viewer')`),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    teamId: teamId().references(() => teams.id),
    id: id<InvitationId>(),
    email: text("email").notNull(),
    role: text("role").$type<Role>().notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedBy: reference<UserId>("invited_by").notNull(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
    revokedAt: moment("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("invitations_token_unique").on(t.teamId, t.tokenHash),
    foreignKey({
      name: "invitations_invited_by_fkey",
      columns: [t.teamId, t.invitedBy],
      foreignColumns: [memberships.teamId, memberships.userId],
    }),
    index("invitations_invited_by_index").on(t.teamId, t.invitedBy),
    check("invitations_role_check", sql`${t.role} in ('owner', 'admin', 'member', 'viewer')`),
  ],
);

import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { ReportLinkId, UserId } from "@/lib/domain/ids";
import type { LinkMode, LinkScope, LinkShows } from "@/lib/domain/sharing/link";
import { createdAt, id, moment, reference, teamId, version } from "./columns";
import { memberships, teams } from "./teams";

/** A report shown to whoever holds the link. Once revoked a row is a tombstone: a trigger refuses every change. */
export const reportLinks = pgTable(
  "report_links",
  {
    teamId: teamId().references(() => teams.id),
    id: id<ReportLinkId>(),
    createdBy: reference<UserId>("created_by").notNull(),
    name: text("name").notNull(),
    locale: text("locale").$type<"nb" | "en">().notNull(),
    tokenHash: text("token_hash").notNull(),
    /** For copying the link again: the key is not in the database. Null once revoked. */
    tokenSealed: text("token_sealed"),
    /** The token's last four signs, to tell links apart. */
    hint: text("hint").notNull(),
    mode: text("mode").$type<LinkMode>().notNull(),
    scope: jsonb("scope").$type<LinkScope>().notNull(),
    shows: jsonb("shows").$type<LinkShows>().notNull(),
    /** When the copies were made, and the last row of the logs that they had seen. */
    asOf: moment("as_of").notNull(),
    asOfSeq: bigint("as_of_seq", { mode: "number" }).notNull(),
    passwordHash: text("password_hash"),
    /** Rises with each password, so that those who are in with an older one are out. */
    passwordVersion: integer("password_version").notNull().default(1),
    embedOrigins: jsonb("embed_origins").$type<readonly string[]>().notNull(),
    expiresAt: moment("expires_at").notNull(),
    /** When the creator was told that it ends soon. */
    warnedAt: moment("warned_at"),
    revokedAt: moment("revoked_at"),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("report_links_token_unique").on(t.teamId, t.tokenHash),
    foreignKey({
      name: "report_links_created_by_fkey",
      columns: [t.teamId, t.createdBy],
      foreignColumns: [memberships.teamId, memberships.userId],
    }),
    index("report_links_created_by_index").on(t.teamId, t.createdBy),
    check("report_links_name_check", sql`char_length(${t.name}) between 1 and 200`),
    check("report_links_locale_check", sql`${t.locale} in ('nb', 'en')`),
    check("report_links_mode_check", sql`${t.mode} in ('frozen', 'live')`),
    check("report_links_revoked_check", sql`${t.revokedAt} is null or ${t.tokenSealed} is null`),
  ],
);

/** What a link shows, one row for each listed range and channel; gone when it is revoked. */
export const reportLinkCopies = pgTable(
  "report_link_copies",
  {
    teamId: teamId().references(() => teams.id),
    reportLinkId: uuid("report_link_id").$type<ReportLinkId>().notNull(),
    range: integer("range").notNull(),
    channel: integer("channel").notNull(),
    /** Text, so that the digest is of the very bytes. */
    content: text("content").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.reportLinkId, t.range, t.channel] }),
    foreignKey({
      name: "report_link_copies_link_fkey",
      columns: [t.teamId, t.reportLinkId],
      foreignColumns: [reportLinks.teamId, reportLinks.id],
    }),
    check("report_link_copies_place_check", sql`${t.range} >= 0 and ${t.channel} >= 0`),
  ],
);

/** At least so many saw a link on a day (UTC). */
export const reportLinkViews = pgTable(
  "report_link_views",
  {
    teamId: teamId().references(() => teams.id),
    reportLinkId: uuid("report_link_id").$type<ReportLinkId>().notNull(),
    onDate: date("on_date").notNull(),
    views: integer("views").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.reportLinkId, t.onDate] }),
    foreignKey({
      name: "report_link_views_link_fkey",
      columns: [t.teamId, t.reportLinkId],
      foreignColumns: [reportLinks.teamId, reportLinks.id],
    }),
    check("report_link_views_views_check", sql`${t.views} > 0`),
  ],
);

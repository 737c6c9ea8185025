import { index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { SessionId, UserId } from "@/lib/domain/ids";
import { createdAt, moment } from "./columns";

// Global tables: they hold no team's data and carry no team_id. `db/catalog.db.test.ts` lists them by name.

export const users = pgTable(
  "users",
  {
    id: uuid("id").$type<UserId>().primaryKey(),
    /** Canonical form: one account per address. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash"),
    locale: text("locale").$type<"nb" | "en">().notNull(),
    emailConfirmedAt: moment("email_confirmed_at"),
    disabledAt: moment("disabled_at"),
    createdAt: createdAt(),
  },
  (t) => [unique("users_email_unique").on(t.email)],
);

/** Sign-ins by OAuth: whom a provider's account belongs to. */
export const accounts = pgTable(
  "accounts",
  {
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index("accounts_user_index").on(t.userId)],
);

/** The cookie only names such a row; the row is read on every request, so ending it bites at once. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").$type<SessionId>().primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: moment("created_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    userAgent: text("user_agent"),
  },
  (t) => [index("sessions_user_index").on(t.userId)],
);

export type TokenPurpose = "confirm-email" | "reset-password";

/** Letters carry the token, the table only its SHA-256; used once, and newer ones end the older. */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    hash: text("hash").primaryKey(),
    purpose: text("purpose").$type<TokenPurpose>().notNull(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    expiresAt: moment("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("verification_tokens_user_index").on(t.userId)],
);

/** Attempts per key (an account, an address; hashed) and window. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").notNull(),
    windowStart: moment("window_start").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index("rate_limits_window_index").on(t.windowStart)],
);

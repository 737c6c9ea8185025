import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { KeyScope } from "@/lib/domain/api-keys/api-key";
import type { ApiKeyId, Id, UserId } from "@/lib/domain/ids";
import { createdAt, id, moment, reference, teamId } from "./columns";
import { memberships, teams } from "./teams";

/** What opens the API: one team, one scope. The key itself is shown once; the table has its SHA-256. */
export const apiKeys = pgTable(
  "api_keys",
  {
    teamId: teamId().references(() => teams.id),
    id: id<ApiKeyId>(),
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull(),
    /** Its last characters, so that people tell their keys apart. */
    hint: text("hint").notNull(),
    scope: text("scope").$type<KeyScope>().notNull(),
    /** It acts in this member's name, and stops when they no longer may make keys. */
    createdBy: reference<UserId>("created_by").notNull(),
    lastUsedOn: date("last_used_on"),
    expiresAt: moment("expires_at"),
    revokedAt: moment("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("api_keys_token_unique").on(t.teamId, t.tokenHash),
    foreignKey({
      name: "api_keys_created_by_fkey",
      columns: [t.teamId, t.createdBy],
      foreignColumns: [memberships.teamId, memberships.userId],
    }),
    index("api_keys_created_by_index").on(t.teamId, t.createdBy),
    check("api_keys_scope_check", sql`${t.scope} in ('read', 'write')`),
    check("api_keys_name_check", sql`char_length(${t.name}) between 1 and 200`),
  ],
);

/** What a write answered, stored with its effect: the same key again gets the same answer, and changes nothing. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    teamId: teamId().references(() => teams.id),
    id: id<Id<"idempotency-key">>(),
    key: text("key").notNull(),
    /** SHA-256 of what was asked: the same key with another question is refused. */
    requestHash: text("request_hash").notNull(),
    status: integer("status").notNull(),
    response: text("response").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("idempotency_keys_key_unique").on(t.teamId, t.key),
    index("idempotency_keys_created_index").on(t.teamId, t.createdAt),
    check("idempotency_keys_key_check", sql`char_length(${t.key}) between 1 and 200`),
  ],
);

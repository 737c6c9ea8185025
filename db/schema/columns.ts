import { bigint, char, integer, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Id, TeamId } from "@/lib/domain/ids";

/** The tenant. First in every key, index and predicate. */
export function teamId() {
  return uuid("team_id").$type<TeamId>().notNull();
}

export function id<T extends Id<string>>() {
  return uuid("id").$type<T>().notNull();
}

export function reference<T extends Id<string>>(name: string) {
  return uuid(name).$type<T>();
}

/** A moment, in UTC. */
export function moment(name: string) {
  return timestamp(name, { withTimezone: true, mode: "date" });
}

export function createdAt() {
  return moment("created_at").notNull().defaultNow();
}

/** Compared and set by every edit, so that the second of two editors is told. */
export function version() {
  return integer("version").notNull().default(1);
}

/** Minor units; the pair with `currencyOf` is both or neither (a CHECK on each table). */
export function minorUnits(name: string) {
  return bigint(name, { mode: "number" });
}

export function currencyOf(name = "currency") {
  return char(name, { length: 3 });
}

import { isNull, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Id } from "@/lib/domain/ids";

/** `column = any(ids)` with one parameter, so that the text of the statement does not depend on how many there are. */
export function idsIn(column: PgColumn, ids: readonly Id<string>[]): SQL {
  return sql`${column} = any(${`{${ids.join(",")}}`}::uuid[])`;
}

/** One of these, where `none` stands for those without any; nothing asked narrows nothing. */
export function oneOf(column: PgColumn, wanted: readonly (Id<string> | "none")[]): SQL | undefined {
  if (wanted.length === 0) return undefined;
  const ids = wanted.flatMap((id) => (id === "none" ? [] : [id]));
  return ids.length === wanted.length ? idsIn(column, ids) : or(isNull(column), idsIn(column, ids));
}

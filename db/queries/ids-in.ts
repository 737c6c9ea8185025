import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Id } from "@/lib/domain/ids";

/** `column = any(ids)` with one parameter, so that the text of the statement does not depend on how many there are. */
export function idsIn(column: PgColumn, ids: readonly Id<string>[]): SQL {
  return sql`${column} = any(${`{${ids.join(",")}}`}::uuid[])`;
}

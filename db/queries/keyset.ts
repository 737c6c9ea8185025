import { asc, desc, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type Cursor, runsDown } from "@/lib/domain/keyset";

/** What a list is ordered by: an expression that is never null, then the id. */
export interface KeysetOrder {
  readonly key: SQL<number> | SQL<string>;
  readonly id: PgColumn;
  readonly descending: boolean;
}

/** The rows beyond the cursor, nearest first. */
export function keyset(order: KeysetOrder, cursor: Cursor | null): { readonly where: SQL | undefined; orderBy: SQL[] } {
  const down = runsDown(order, cursor);
  const direction = down ? desc : asc;
  return {
    where: cursor ? beyond(order, cursor, down) : undefined,
    orderBy: [direction(order.key), direction(order.id)],
  };
}

function beyond({ key, id }: KeysetOrder, cursor: Cursor, down: boolean): SQL {
  const place =
    typeof cursor.key === "number"
      ? sql`(${cursor.key}::bigint, ${cursor.id}::uuid)`
      : sql`(${cursor.key}::text, ${cursor.id}::uuid)`;
  return down ? sql`(${key}, ${id}) < ${place}` : sql`(${key}, ${id}) > ${place}`;
}

/** A moment as a number that a link can carry; what nobody knows comes before all else. */
export function momentKey(moment: PgColumn): SQL<number> {
  return sql`coalesce(floor(extract(epoch from ${moment}) * 1000), ${NEVER})::bigint`.mapWith(Number);
}

const NEVER = -(10 ** 15);

export function textKey(text: PgColumn): SQL<string> {
  return sql<string>`coalesce(${text}, '')`;
}

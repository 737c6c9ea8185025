import type { Sort } from "./input/sort";

/** A place between two rows of an ordered list: beyond this key and id, on one of the two sides. */
export interface Cursor {
  readonly side: "after" | "before";
  readonly key: string | number;
  readonly id: string;
}

/** What one page shows, and the places where the pages beside it begin. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly previous: Cursor | null;
  readonly next: Cursor | null;
}

export function writeCursor({ side, key, id }: Cursor): string {
  return [side === "after" ? "a" : "b", id, key].join("~");
}

/** The place that a link of ours names; anything else is none. `keys` says what the list is ordered by. */
export function readCursor(text: unknown, keys: "text" | "number"): Cursor | null {
  const parts = typeof text === "string" && text.length <= LENGTH_MAX ? SHAPE.exec(text) : null;
  const [, side, id, key] = parts ?? [];
  if (id === undefined || key === undefined || (keys === "number" && !/^-?[0-9]{1,16}$/.test(key))) return null;
  return { side: side === "a" ? "after" : "before", id, key: keys === "number" ? Number(key) : key };
}

const LENGTH_MAX = 1000;
// No control characters and no lone surrogates: the database would refuse them.
const SHAPE = /^([ab])~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~([^\p{Cc}\p{Cs}]*)$/u;

/** Cuts what was read, one row more than a page holds, to the page and its neighbours. */
export function cutPage<Row>(
  read: readonly Row[],
  size: number,
  cursor: Cursor | null,
  placeOf: (row: Row) => Pick<Cursor, "key" | "id">,
): Page<Row> {
  const hasMore = read.length > size;
  const backwards = cursor?.side === "before";
  const rows = backwards ? read.slice(0, size).reverse() : read.slice(0, size);
  const [first, last] = [rows[0], rows.at(-1)];
  const hasPrevious = backwards ? hasMore : cursor !== null;
  const hasNext = backwards || hasMore;
  return {
    rows,
    previous: first && hasPrevious ? { side: "before", ...placeOf(first) } : null,
    next: last && hasNext ? { side: "after", ...placeOf(last) } : null,
  };
}

/** Which way the rows beyond the cursor run. */
export function runsDown(sort: Pick<Sort<string>, "descending">, cursor: Cursor | null): boolean {
  return cursor?.side === "before" ? !sort.descending : sort.descending;
}

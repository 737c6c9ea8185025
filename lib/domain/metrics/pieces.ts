import { addDays, type Period } from "@/lib/domain/period";

/** A period in whole calendar months, and the days before and after them that fill none. */
export interface Pieces {
  readonly months: Period | null;
  /** Each inside one month. */
  readonly days: readonly Period[];
}

/** Cuts a period so that its whole months can be taken from counters and only the rest is counted. */
export function piecesOf({ from, to }: Period): Pieces {
  const [first, last] = [firstOfMonth(addDays(from, -1), 1), firstOfMonth(to, 0)];
  if (from >= to) return { months: null, days: [] };
  if (first > last) return { months: null, days: [{ from, to }] };
  const days = [
    { from, to: first },
    { from: last, to },
  ].filter((piece) => piece.from < piece.to);
  return { months: first < last ? { from: first, to: last } : null, days };
}

/** Pieces of days without those that two share counted twice: cut wherever any begins or ends. */
export function segmentsOf(pieces: readonly Period[]): readonly Period[] {
  const ends = [...new Set(pieces.flatMap(({ from, to }) => [from, to]))].toSorted();
  return ends.flatMap((from, i) => {
    const to = ends[i + 1];
    return to !== undefined && pieces.some((piece) => piece.from <= from && to <= piece.to) ? [{ from, to }] : [];
  });
}

/** When the month of a day is over: a period until then is whole months, and holds nothing more where nothing is later. */
export function endOfMonth(day: string): string {
  return firstOfMonth(day, 1);
}

/** The 24 months before that of a day, and its own: whole ones, so that counters know all of them. */
export function twoYearsUntil(day: string): Period {
  const from = `${String(Number(day.slice(0, 4)) - 2).padStart(4, "0")}-${day.slice(5, 7)}-01`;
  return { from, to: endOfMonth(day) };
}

/** The first day of the month of a day, or of the month after. */
function firstOfMonth(day: string, months: 0 | 1): string {
  const first = `${day.slice(0, 7)}-01`;
  return months === 0 ? first : `${addDays(first, 31).slice(0, 7)}-01`;
}

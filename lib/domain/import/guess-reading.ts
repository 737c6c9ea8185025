import { DATE_FORMATS, type DateFormat } from "@/lib/domain/input/date-import";
import { type NumberFormat, parseMoney } from "@/lib/domain/input/money";
import { readDateCell } from "./read-date-cell";

/** The formats in which every one of these cells is a date. One is an answer; several are a question to whoever imports. */
export function dateFormatsOf(cells: readonly string[]): readonly DateFormat[] {
  const written = cells.filter((cell) => cell.trim() !== "");
  if (written.length === 0) return ["yyyy-mm-dd"];
  const fitting = DATE_FORMATS.filter((format) => share(written, format) === 1);
  if (fitting.length > 0) return fitting;
  // Some bad cells are no reason to ask: each is told of on its own line.
  const best = Math.max(...DATE_FORMATS.map((format) => share(written, format)));
  return best === 0 ? [] : DATE_FORMATS.filter((format) => share(written, format) === best);
}

/** How the amounts are written, if only one of the two ways reads them; else as the person's language does. */
export function numberFormatOf(cells: readonly string[], locale: NumberFormat): NumberFormat {
  const written = cells.filter((cell) => cell.trim() !== "");
  const read = (format: NumberFormat) => written.filter((cell) => parseMoney(cell, format).ok).length;
  const other = locale === "nb" ? "en" : "nb";
  return read(other) > read(locale) ? other : locale;
}

function share(cells: readonly string[], format: DateFormat): number {
  const reading = { format, timesAre: "as-written", zone: "UTC" } as const;
  return cells.filter((cell) => readDateCell(cell, reading).ok).length / cells.length;
}

import type { Parsed } from "@/lib/domain/errors";
import { parseChoice } from "@/lib/domain/input/choice";
import { accept } from "@/lib/domain/input/parsed";

export type Sort<Column extends string> = { readonly column: Column; readonly descending: boolean };

/** The order of a list: one of the page's own columns, with a minus in front for descending. */
export function parseSort<const Column extends string>(
  input: unknown,
  columns: readonly Column[],
): Parsed<Sort<Column>> {
  const descending = typeof input === "string" && input.startsWith("-");
  const column = parseChoice(descending ? input.slice(1) : input, columns);
  return column.ok ? accept({ column: column.value, descending }) : column;
}

import type { RowValues } from "./read-row";

/** The row without its name where that is our own id, as our export writes it: the record gets no other name by it. */
export function withoutOwnId(values: RowValues, { id }: { readonly id: string }): RowValues {
  if (values.external_id !== id) return values;
  const { external_id: _, ...rest } = values;
  return rest;
}

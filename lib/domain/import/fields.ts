import type { ImportableKind } from "./batch";

/** What each kind of file may tell: the names of the columns of our own export, and of the API. */
export const IMPORT_FIELDS = {
  leads: [
    "external_id",
    "name",
    "company",
    "email",
    "phone",
    "channel",
    "campaign",
    "owner",
    "came_in_on",
    "qualified_on",
    "customer_on",
    "not_a_fit_on",
    "excluded_as",
    "stage",
    "amount",
    "currency",
    "note",
  ],
  opportunities: [
    "external_id",
    "lead_external_id",
    "name",
    "channel",
    "campaign",
    "owner",
    "opened_on",
    "stage",
    "won_on",
    "lost_on",
    "lost_reason",
    "amount",
    "currency",
  ],
  deals: [
    ...["external_id", "lead_external_id", "opportunity_external_id", "signed_on", "amount", "currency", "kind"],
    "term_months",
  ],
} as const satisfies Record<ImportableKind, readonly string[]>;

export type ImportField = (typeof IMPORT_FIELDS)[ImportableKind][number];

/** Every field that some kind of file has, once. */
export const ALL_IMPORT_FIELDS: readonly ImportField[] = [...new Set(Object.values(IMPORT_FIELDS).flat())];

export const DATE_FIELDS = [
  ...(["came_in_on", "qualified_on", "customer_on", "not_a_fit_on"] as const),
  ...(["opened_on", "won_on", "lost_on", "signed_on"] as const),
] satisfies readonly ImportField[];

/** A form's name of the choice of a column for this field. */
export function columnName(field: ImportField): `column_${ImportField}` {
  return `column_${field}`;
}

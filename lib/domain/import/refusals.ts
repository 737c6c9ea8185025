/** Why a whole file is not taken in. The words stand under `import.refusal.*`. */
export const REFUSALS = [
  ...(["kind", "no-file", "too-big", "not-text"] as const),
  ...(["header-empty", "header-twice", "header-name", "no-records", "columns", "rows"] as const),
  ...(["record-long", "open-quote", "unavailable", "unexpected"] as const),
] as const;
export type Refusal = (typeof REFUSALS)[number];

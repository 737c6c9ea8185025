const FIRST_BLOCKS = ["filters", "headline", "rates", "strip", "diagnosis"] as const;
const LAST_BLOCKS = ["lever", "how"] as const;

/** What a scenario puts in its own order. */
export const MIDDLE_BLOCKS = [
  "channels",
  "map",
  "change",
  "trend",
  "maturation",
  "reach",
  "losses",
  "time",
  "money",
] as const;
export type MiddleBlock = (typeof MIDDLE_BLOCKS)[number];

/** A block of the report page, by the name that its address fragment has. */
export type BlockId = (typeof FIRST_BLOCKS)[number] | MiddleBlock | (typeof LAST_BLOCKS)[number];

/** All blocks of a report in the order in which they stand: every scenario begins and ends alike. */
export function blockOrder(middle: readonly MiddleBlock[]): readonly BlockId[] {
  return [...FIRST_BLOCKS, ...middle, ...LAST_BLOCKS];
}

/** By what a report's records can be put in rows that no two share a record of. */
export const GROUPINGS = ["none", "channel", "campaign", "owner", "month", "quarter", "week"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const TIME_UNITS = ["month", "quarter", "week"] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

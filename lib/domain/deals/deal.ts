export const DEAL_KINDS = ["subscription", "project", "retainer", "one_off"] as const;
export type DealKind = (typeof DEAL_KINDS)[number];

/** What the amount of a deal of this kind is per: a month, or the whole. */
export const AMOUNT_PER = {
  subscription: "month",
  retainer: "month",
  project: "once",
  one_off: "once",
} as const satisfies Record<DealKind, "month" | "once">;

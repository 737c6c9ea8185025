export const SUBJECTS = ["lead", "opportunity"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Kinds are fixed; teams name, order and add stages inside them. */
export const LEAD_KINDS = ["open", "qualified", "customer", "not_a_fit", "excluded"] as const;
export type LeadKind = (typeof LEAD_KINDS)[number];

export const OPPORTUNITY_KINDS = ["open", "won", "lost"] as const;
export type OpportunityKind = (typeof OPPORTUNITY_KINDS)[number];

export type Kind = LeadKind | OpportunityKind;

export const EXCLUDED_AS = ["duplicate", "spam", "test"] as const;
export type ExcludedAs = (typeof EXCLUDED_AS)[number];

/** Where a person may move a lead by hand. `qualified` comes with an opportunity and `customer` with a deal, never by hand. */
export const LEAD_MOVES = {
  open: ["open", "not_a_fit", "excluded"],
  qualified: ["not_a_fit", "excluded"],
  customer: ["excluded"],
  not_a_fit: ["open", "qualified", "excluded"],
  excluded: ["open", "qualified", "customer", "not_a_fit"], // only back to where it was
} as const satisfies Record<LeadKind, readonly LeadKind[]>;

/** A won opportunity is opened again only by voiding its deal, which undoes the win. */
export const OPPORTUNITY_MOVES = {
  open: ["open", "won", "lost"],
  won: [],
  lost: ["open"],
} as const satisfies Record<OpportunityKind, readonly OpportunityKind[]>;

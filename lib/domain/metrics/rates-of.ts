import type { Basis, LeadConvertsAt, Parts } from "./parts";
import { rate, type Rate } from "./rate";

export interface Rates {
  readonly leadConversionRate: Rate;
  readonly qualificationRate: Rate;
  /** By decision this is the win rate. */
  readonly opportunityConversionRate: Rate;
  /** Of the qualified leads, those that are customers. By decision there is no step 2. */
  readonly step2: Rate | null;
  /** Leads that became customers without an opportunity. `null` by decision. */
  readonly direct: Rate | null;
}

export interface RatesQuestion {
  readonly basis: Basis;
  readonly leadConvertsAt: LeadConvertsAt;
  /** Which rates are too young for a verdict (`maturity`). By decision nothing is open, so nothing is young. */
  readonly preliminary?: { readonly [Name in keyof Rates]?: boolean };
}

/** The rates of a period, each with its own `open`: the leads or opportunities that this rate has not decided. */
export function ratesOf(parts: Parts, { basis, leadConvertsAt, preliminary }: RatesQuestion): Rates {
  switch (basis) {
    case "start":
      return byStart(parts, leadConvertsAt, preliminary ?? {});
    case "decision":
      return byDecision(parts, leadConvertsAt);
  }
}

type Young = NonNullable<RatesQuestion["preliminary"]>;

function byStart({ leads, opportunities }: Parts, at: LeadConvertsAt, young: Young): Rates {
  const [total, open, qualifiedOpen] = [counted(leads.total), counted(leads.open), counted(leads.qualifiedOpen)];
  const { qualified, direct, customers, waiting } = leads;
  const share = (name: keyof Rates, hits: number, trials: number, undecided: number) =>
    rate(hits, trials, undecided, { preliminary: young[name] ?? false });
  return {
    leadConversionRate:
      at === "customer"
        ? share("leadConversionRate", customers, total, open + qualifiedOpen + waiting)
        : share("leadConversionRate", qualified + direct, total, open),
    qualificationRate: share("qualificationRate", qualified, total, open),
    opportunityConversionRate: share(
      "opportunityConversionRate",
      opportunities.won,
      counted(opportunities.total),
      counted(opportunities.open),
    ),
    step2: share("step2", customers - direct, qualified, qualifiedOpen),
    direct: share("direct", direct, total, open),
  };
}

function byDecision({ leads, opportunities, notAFitUnqualified }: Parts, at: LeadConvertsAt): Rates {
  const { customers, notAFit, qualified, direct } = leads;
  const moved = qualified + direct;
  const qualificationRate = rate(moved, moved + notAFitUnqualified);
  return {
    leadConversionRate: at === "customer" ? rate(customers, customers + notAFit) : qualificationRate,
    qualificationRate,
    opportunityConversionRate: rate(opportunities.won, opportunities.won + opportunities.lost),
    step2: null,
    direct: null,
  };
}

/** By start every part is a number; a `null` is a wrong query. */
function counted(count: number | null): number {
  if (count === null) throw new RangeError("By start every part is counted");
  return count;
}

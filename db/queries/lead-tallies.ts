import { and, eq, inArray, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import { leads } from "@/db/schema/records";
import type { LeadsCounted } from "@/lib/domain/metrics/counted";
import type { LeadConvertsAt } from "@/lib/domain/metrics/parts";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import type { Tally } from "./counted";

/** `null` where the basis has no such count. */
export type LeadTallies = Readonly<Record<LeadsCounted | "notAFitUnqualified", Tally | null>>;

/** The one definition of every count of leads (metrics.md 2). */
export function leadTallies({ basis, leadConvertsAt }: Pick<ReportQuery, "basis" | "leadConvertsAt">): LeadTallies {
  switch (basis) {
    case "start":
      return byStart(leadConvertsAt);
    case "decision":
      return byDecision(leadConvertsAt);
  }
}

const { kind, qualified, fault, cameInDay, qualifiedDay, decidedDay, opportunityKind } = leads;

const IS_HERE = ne(kind, "excluded");
const IS_QUALIFIED = both(IS_HERE, eq(qualified, true));
const IS_UNQUALIFIED = both(IS_HERE, eq(qualified, false));
const IS_CUSTOMER = eq(kind, "customer");
const IS_NOT_A_FIT = eq(kind, "not_a_fit");
const IS_DIRECT = both(IS_UNQUALIFIED, IS_CUSTOMER);
const IS_OPEN = both(IS_UNQUALIFIED, inArray(kind, ["open", "qualified"]));
const IS_NOT_A_FIT_UNQUALIFIED = both(IS_UNQUALIFIED, IS_NOT_A_FIT);
const IS_CUSTOMER_QUALIFIED = both(IS_QUALIFIED, IS_CUSTOMER);
const IS_QUALIFIED_OPEN = both(
  IS_QUALIFIED,
  both(ne(kind, "customer"), sql`${opportunityKind} is distinct from 'lost'`),
);
const IS_QUALIFIED_LOST = both(IS_QUALIFIED, both(ne(kind, "customer"), eq(opportunityKind, "lost")));
const IS_WAITING = both(IS_QUALIFIED_LOST, ne(kind, "not_a_fit"));
const IS_MOVED = either(IS_QUALIFIED, IS_DIRECT);
const IS_DECIDED = inArray(kind, ["customer", "not_a_fit"]);
const IS_UNDATED_DECISION = either(both(IS_DECIDED, isNull(decidedDay)), both(IS_QUALIFIED, isNull(qualifiedDay)));

function byStart(at: LeadConvertsAt): LeadTallies {
  const cameIn = (is: SQL): Tally => ({ is, day: cameInDay });
  const isUndecided = at === "customer" ? either(IS_OPEN, either(IS_QUALIFIED_OPEN, IS_WAITING)) : IS_OPEN;
  return {
    "leads.total": cameIn(IS_HERE),
    "leads.open": cameIn(IS_OPEN),
    "leads.notAFit": cameIn(IS_NOT_A_FIT_UNQUALIFIED),
    notAFitUnqualified: cameIn(IS_NOT_A_FIT_UNQUALIFIED),
    "leads.direct": cameIn(IS_DIRECT),
    "leads.qualified": cameIn(IS_QUALIFIED),
    "leads.qualifiedOpen": cameIn(IS_QUALIFIED_OPEN),
    "leads.qualifiedLost": cameIn(IS_QUALIFIED_LOST),
    "leads.waiting": cameIn(IS_WAITING),
    "leads.customers": cameIn(IS_CUSTOMER),
    "leads.excluded": cameIn(not(IS_HERE)),
    "leads.faulty": cameIn(both(IS_HERE, eq(fault, true))),
    "leads.undated": { is: both(IS_HERE, isNull(cameInDay)), day: null },
    "leadConversionRate.hits": cameIn(at === "customer" ? IS_CUSTOMER : IS_MOVED),
    "leadConversionRate.trials": cameIn(IS_HERE),
    "leadConversionRate.open": cameIn(isUndecided),
    "qualificationRate.hits": cameIn(IS_QUALIFIED),
    "qualificationRate.trials": cameIn(IS_HERE),
    "qualificationRate.open": cameIn(IS_OPEN),
    "step2.hits": cameIn(IS_CUSTOMER_QUALIFIED),
    "step2.trials": cameIn(IS_QUALIFIED),
    "step2.open": cameIn(IS_QUALIFIED_OPEN),
  };
}

function byDecision(at: LeadConvertsAt): LeadTallies {
  const decided = (is: SQL): Tally => ({ is, day: decidedDay });
  const moved = { is: IS_MOVED, day: MOVED_DAY };
  const movedOrNot = { is: either(IS_MOVED, IS_NOT_A_FIT), day: MOVED_DAY };
  return {
    "leads.total": null,
    "leads.open": null,
    "leads.notAFit": decided(IS_NOT_A_FIT),
    notAFitUnqualified: decided(IS_NOT_A_FIT_UNQUALIFIED),
    "leads.direct": decided(IS_DIRECT),
    "leads.qualified": { is: IS_QUALIFIED, day: qualifiedDay },
    "leads.qualifiedOpen": null,
    "leads.qualifiedLost": null,
    "leads.waiting": { is: IS_WAITING, day: null },
    "leads.customers": decided(IS_CUSTOMER),
    "leads.excluded": { is: not(IS_HERE), day: cameInDay },
    "leads.faulty": { is: both(eq(fault, true), either(IS_DECIDED, IS_QUALIFIED)), day: LAST_DECISION_DAY },
    "leads.undated": { is: IS_UNDATED_DECISION, day: null },
    "leadConversionRate.hits": at === "customer" ? decided(IS_CUSTOMER) : moved,
    "leadConversionRate.trials": at === "customer" ? decided(IS_DECIDED) : movedOrNot,
    "leadConversionRate.open": null,
    "qualificationRate.hits": moved,
    "qualificationRate.trials": movedOrNot,
    "qualificationRate.open": null,
    "step2.hits": null,
    "step2.trials": null,
    "step2.open": null,
  };
}

/** For the qualification rate a lead is decided when it becomes an opportunity, also if it is lost later. */
const MOVED_DAY = sql`case when ${qualified} then ${qualifiedDay} else ${decidedDay} end`;
/** A record has one place in time, so that months sum to the whole. No parameters: it is grouped by. */
const LAST_DECISION_DAY = sql`case when ${kind} in ('customer', 'not_a_fit') then ${decidedDay} else ${qualifiedDay} end`;

function both(a: SQL, b: SQL): SQL {
  return and(a, b) ?? sql`false`;
}

function either(a: SQL, b: SQL): SQL {
  return or(a, b) ?? sql`false`;
}

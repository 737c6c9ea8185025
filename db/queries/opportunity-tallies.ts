import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { opportunities } from "@/db/schema/records";
import type { OpportunitiesCounted } from "@/lib/domain/metrics/counted";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import type { Tally } from "./counted";

/** `null` where the basis has no such count. */
export type OpportunityTallies = Readonly<Record<OpportunitiesCounted, Tally | null>>;

/** The one definition of every count of opportunities (metrics.md 2). */
export function opportunityTallies({ basis }: Pick<ReportQuery, "basis">): OpportunityTallies {
  switch (basis) {
    case "start":
      return byStart();
    case "decision":
      return byDecision();
  }
}

const { kind, fault, withoutLead, openedDay, closedDay } = opportunities;

const IS_ANY = inArray(kind, ["open", "won", "lost"]);
const IS_CLOSED = inArray(kind, ["won", "lost"]);
const IS_OPEN = eq(kind, "open");
const IS_WON = eq(kind, "won");
const IS_LOST = eq(kind, "lost");

function byStart(): OpportunityTallies {
  const opened = (is: SQL): Tally => ({ is, day: openedDay });
  return {
    "opportunities.total": opened(IS_ANY),
    "opportunities.open": opened(IS_OPEN),
    "opportunities.won": opened(IS_WON),
    "opportunities.lost": opened(IS_LOST),
    "opportunities.withoutLead": opened(eq(withoutLead, true)),
    "opportunities.faulty": opened(eq(fault, true)),
    "opportunities.undated": { is: isNull(openedDay), day: null },
    "opportunityConversionRate.hits": opened(IS_WON),
    "opportunityConversionRate.trials": opened(IS_ANY),
    "opportunityConversionRate.open": opened(IS_OPEN),
  };
}

function byDecision(): OpportunityTallies {
  const closed = (is: SQL | undefined): Tally => ({ is: and(IS_CLOSED, is) ?? IS_CLOSED, day: closedDay });
  return {
    "opportunities.total": null,
    "opportunities.open": null,
    "opportunities.won": closed(IS_WON),
    "opportunities.lost": closed(IS_LOST),
    "opportunities.withoutLead": closed(eq(withoutLead, true)),
    "opportunities.faulty": closed(eq(fault, true)),
    "opportunities.undated": { is: and(IS_CLOSED, isNull(closedDay)) ?? IS_CLOSED, day: null },
    "opportunityConversionRate.hits": closed(IS_WON),
    "opportunityConversionRate.trials": closed(undefined),
    "opportunityConversionRate.open": null,
  };
}

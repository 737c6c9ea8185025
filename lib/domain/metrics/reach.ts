import type { Subject } from "@/lib/domain/pipeline/kinds";
import { sum } from "@/lib/domain/stats/sum";
import { rate, type Rate } from "./rate";

/** An open stage, in the order in which a record passes them. */
export interface OpenStage {
  readonly key: string;
  readonly name: string;
  readonly subject: Subject;
}

/** Leads alike in how far they got. */
export interface Furthest {
  /** The last open stage that the lead, or one of its opportunities, was ever in; `null`: in none. */
  readonly stage: string | null;
  readonly isQualified: boolean;
  readonly isCustomer: boolean;
  readonly leads: number;
}

export interface ReachStep {
  /** `null`: became a customer by way of an opportunity. */
  readonly stage: OpenStage | null;
  readonly rate: Rate;
}

export interface Reach {
  readonly leads: number;
  readonly steps: readonly ReachStep[];
  /** Customers without an opportunity: they pass every stage of leads and none of opportunities. */
  readonly direct: number;
}

/** How many leads got to each stage or a later one (metrics.md 2, "stage reach"): each counts once, lost or not, and no step rises. */
export function reachOf(stages: readonly OpenStage[], furthest: readonly Furthest[]): Reach {
  const ordered = [...stages.filter(isOf("lead")), ...stages.filter(isOf("opportunity"))];
  const firstOpportunity = ordered.findIndex(isOf("opportunity"));
  const opportunityFrom = firstOpportunity === -1 ? ordered.length : firstOpportunity;
  const placeOf = ({ stage, isQualified, isCustomer }: Furthest): number => {
    const place = ordered.findIndex(({ key }) => key === stage);
    if (isQualified) return isCustomer ? ordered.length : Math.max(place, opportunityFrom);
    return isCustomer ? opportunityFrom - 1 : Math.max(place, 0);
  };
  const leads = sum(furthest.map((each) => each.leads));
  const reached = (from: number) =>
    rate(sum(furthest.filter((each) => placeOf(each) >= from).map((each) => each.leads)), leads);
  return {
    leads,
    steps: [
      ...ordered.map((stage, place) => ({ stage, rate: reached(place) })),
      { stage: null, rate: reached(ordered.length) },
    ],
    direct: sum(furthest.filter((each) => each.isCustomer && !each.isQualified).map((each) => each.leads)),
  };
}

export interface Drop {
  readonly from: ReachStep;
  readonly to: ReachStep;
  readonly left: number;
}

/** Between which two steps most of the leads stay behind; of equals the earlier, of none `null`. */
export function largestDrop({ steps }: Reach): Drop | null {
  let largest: Drop | null = null;
  for (const [index, to] of steps.entries()) {
    const from = steps[index - 1];
    const left = from === undefined ? 0 : from.rate.hits - to.rate.hits;
    if (from !== undefined && left > (largest?.left ?? 0)) largest = { from, to, left };
  }
  return largest;
}

function isOf(subject: Subject) {
  return (stage: OpenStage) => stage.subject === subject;
}

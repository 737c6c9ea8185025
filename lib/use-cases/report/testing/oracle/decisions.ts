import type { World } from "./replay";

const DAY_MS = 86_400_000;

/** When a record began and was decided; `decided: null` while it is open, `isLeftOut` where that cannot be told. */
export interface Decision {
  readonly id: string;
  readonly began: string | null;
  readonly decided: string | null;
  readonly isConverted: boolean;
  readonly isLeftOut: boolean;
}

type Lead = World["leads"][number];

export function decisionOfLead({ id, cameInDay, kind, fault, decidedDay }: Lead): Decision {
  const isDecided = kind === "customer" || kind === "not_a_fit";
  const isLeftOut = fault || kind === "excluded" || (isDecided && decidedDay === null);
  return { id, began: cameInDay, decided: isDecided ? decidedDay : null, isConverted: kind === "customer", isLeftOut };
}

export function decisionOfQualification(lead: Lead): Decision {
  const { id, cameInDay, fault, kind, qualified, qualifiedDay } = lead;
  if (!qualified) return decisionOfLead(lead);
  const isLeftOut = fault || kind === "excluded" || qualifiedDay === null;
  return { id, began: cameInDay, decided: qualifiedDay, isConverted: true, isLeftOut };
}

export function decisionOfOpportunity(opportunity: World["opportunities"][number]): Decision {
  const { id, openedDay, kind, fault, closedDay } = opportunity;
  const isLeftOut = fault || (kind !== "open" && closedDay === null);
  return { id, began: openedDay, decided: kind === "open" ? null : closedDay, isConverted: kind === "won", isLeftOut };
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

import { type Case, stateOf } from "../case";
import { earliest } from "../replay";
import { standing, type Transition, type When } from "../transition";
import { leadRow, type LeadConsequences, type Recording } from "./record";

/**
 * After an undo: what the lead still is by its other opportunities and deals. A win or a deal that stands makes it a
 * customer since the earliest of them; an opportunity that stands makes it qualified. Null when it is that already.
 */
export function settleLead(file: Case, consequences: LeadConsequences, recording: Recording): Transition | null {
  const { lead, opportunities } = stateOf(file);
  if (!lead || lead.kind === "excluded" || lead.kind === "customer") return null;
  const conversions = [
    ...file.deals.filter((deal) => !deal.voided && deal.opportunityId === null).map((deal) => deal.signed),
    ...[...opportunities.values()].flatMap(({ kind, closed }) => (kind === "won" && closed ? [closed] : [])),
  ];
  const converted = earliest(conversions);
  if (converted)
    return leadRow(file, { to: consequences.customer, when: converted, causeId: winAt(file, converted) }, recording);
  const opened = earliest([...opportunities.values()].map((one) => one.opened));
  if (lead.kind !== "open" || !opened) return null;
  return leadRow(file, { to: consequences.qualified, when: opened, causeId: openingAt(file, opened) }, recording);
}

function winAt(file: Case, when: When): Transition["id"] | undefined {
  return rowAt(file, when, (one) => one.toKind === "won" && one.fromKind !== "won");
}

function openingAt(file: Case, when: When): Transition["id"] | undefined {
  return rowAt(file, when, (one) => one.fromStageId === null);
}

function rowAt(file: Case, when: When, matches: (one: Transition) => boolean): Transition["id"] | undefined {
  return file.opportunities
    .flatMap(({ rows }) => standing(rows))
    .find((one) => matches(one) && one.occurredAt?.getTime() === when.occurredAt?.getTime())?.id;
}

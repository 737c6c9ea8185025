import { type Case, type CaseState, stateOf } from "../case";
import { earliest } from "../replay";
import { standing, type Transition, type When } from "../transition";
import { leadRow, type LeadConsequences, type Recording } from "./record";

/**
 * After an undo: what the lead still is by its other opportunities and deals. A win or a deal that stands makes it a
 * customer since the earliest of them; an opportunity that stands makes it qualified, also one opened anew while its lead
 * was a customer or excluded, before which it was "not a fit". Null when it is that already.
 */
export function settleLead(file: Case, consequences: LeadConsequences, recording: Recording): Transition | null {
  const state = stateOf(file);
  const kind = state.lead?.kind;
  if (kind === undefined || kind === "excluded" || kind === "customer") return null;
  const converted = earliest(conversionsOf(file, state));
  if (converted) {
    return leadRow(file, { to: consequences.customer, when: converted, causeId: winAt(file, converted) }, recording);
  }
  if (kind === "not_a_fit") {
    const opening = openingSince(file);
    return opening
      ? leadRow(file, { to: consequences.qualified, when: opening, causeId: opening.id }, recording)
      : null;
  }
  const opened = earliest([...state.opportunities.values()].map((one) => one.opened));
  if (kind !== "open" || !opened) return null;
  return leadRow(file, { to: consequences.qualified, when: opened, causeId: openingAt(file, opened) }, recording);
}

/** What makes the lead a customer: its live direct deals and its won opportunities. */
export function conversionsOf(file: Case, state: CaseState): readonly When[] {
  return [
    ...file.deals.filter((deal) => !deal.voided && deal.opportunityId === null).map((deal) => deal.signed),
    ...[...state.opportunities.values()].flatMap(({ kind, closed }) => (kind === "won" && closed ? [closed] : [])),
  ];
}

/** The row by which an opportunity is open, and which the lead has not answered with a row of its own. */
function openingSince(file: Case): Transition | undefined {
  const answered = new Set(standing(file.lead?.rows ?? []).map((one) => one.causeId));
  return file.opportunities
    .filter(({ rows }) => standing(rows).at(-1)?.toKind === "open")
    .flatMap(({ rows }) => standing(rows).findLast((one) => one.toKind === "open" && one.fromKind !== "open") ?? [])
    .find(({ id }) => !answered.has(id));
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

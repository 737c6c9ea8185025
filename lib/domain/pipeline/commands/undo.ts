import type { DealId, ImportBatchId, TransitionId } from "@/lib/domain/ids";
import { type Case, type CaseDeal, type Decision, stateOf, withRows, withVoided } from "../case";
import { standing, type Transition, type When } from "../transition";
import type { LeadConsequences, Recording } from "./record";
import { conversionsOf, settleLead } from "./settle";

/**
 * Undoes one row by appending its mirror. Only the last move of a record can be undone (rows that keep the stage may follow
 * it); what it brought about on the lead is undone with it, and the deals that it made are voided.
 */
export function undoTransition(
  file: Case,
  id: TransitionId,
  now: When,
  consequences: LeadConsequences,
  recording: Recording,
): Decision {
  const target = logOf(file).find((one) => one.id === id);
  if (!target) return { kind: "refused", code: "not-found" };
  const cause = target.causeId === null ? undefined : standing(logOf(file)).find((one) => one.id === target.causeId);
  if (cause) return undoTransition(file, cause.id, now, consequences, recording);
  const effects = standing(logOf(file)).filter((one) => one.causeId === id);
  const targets = [...effects.toReversed(), target];
  const voids = dealsOf(file, target);
  return undoRows(file, { targets, voids }, now, consequences, recording);
}

/** Undoes all that an import recorded in this case; refused when somebody has worked on a record since. */
export function undoBatch(
  file: Case,
  batchId: ImportBatchId,
  now: When,
  consequences: LeadConsequences,
  recording: Recording,
): Decision {
  const log = standing(logOf(file));
  const own = new Set(log.filter((one) => one.batchId === batchId).map(({ id }) => id));
  const targets = log.filter(({ id, causeId }) => own.has(id) || (causeId !== null && own.has(causeId))).toReversed();
  const ofWins = targets.filter(({ toKind }) => toKind === "won").flatMap((target) => dealsOf(file, target));
  const ofBatch = file.deals.filter((deal) => deal.batchId === batchId && !deal.voided).map(({ id }) => id);
  const voids = [...new Set([...ofWins, ...ofBatch])];
  return undoRows(file, { targets, voids }, now, consequences, recording);
}

/** Voids a deal: undoes the win, or the lead's becoming a customer, that it stands for. */
export function voidDeal(
  file: Case,
  id: DealId,
  now: When,
  consequences: LeadConsequences,
  recording: Recording,
): Decision {
  const deal = file.deals.find((one) => one.id === id);
  if (!deal) return { kind: "refused", code: "not-found" };
  if (deal.voided) return { kind: "refused", code: "already-undone" };
  const opportunity = file.opportunities.find((one) => one.id === deal.opportunityId);
  const win = standing(opportunity?.rows ?? []).findLast((one) => one.toKind === "won" && one.fromKind !== "won");
  if (win) return undoTransition(file, win.id, now, consequences, recording);
  const became = conversionRow(file);
  const others = directDeals(file).filter((one) => one.id !== id);
  const decidedBy = (one: CaseDeal) => one.signed.occurredOn === became?.occurredOn;
  const decided = became?.causeId === null && (others.length === 0 || (decidedBy(deal) && !others.some(decidedBy)));
  return undoRows(file, { targets: became && decided ? [became] : [], voids: [id] }, now, consequences, recording);
}

function undoRows(
  file: Case,
  { targets, voids }: { readonly targets: readonly Transition[]; readonly voids: readonly DealId[] },
  now: When,
  consequences: LeadConsequences,
  recording: Recording,
): Decision {
  let after = withVoided(file, voids);
  const rows: Transition[] = [];
  for (const target of targets) {
    const mirrored = mirror(after, target, now, recording);
    if (!Array.isArray(mirrored)) return { kind: "refused", code: mirrored };
    after = withRows(after, mirrored);
    rows.push(...mirrored);
  }
  const groundless = groundlessConversion(after);
  if (groundless && !targets.includes(groundless)) {
    return undoRows(file, { targets: [...targets, groundless], voids }, now, consequences, recording);
  }
  const settled = settleLead(after, consequences, recording);
  const code = faultAfter(settled ? withRows(after, [settled]) : after);
  if (code) return { kind: "refused", code };
  return { kind: "decided", rows: settled ? [...rows, settled] : rows, voids };
}

/** The row that made the lead a customer, when no deal and no win is left to stand for it. */
function groundlessConversion(file: Case): Transition | undefined {
  const state = stateOf(file);
  return state.lead?.kind === "customer" && conversionsOf(file, state).length === 0 ? conversionRow(file) : undefined;
}

/** What an undo may not leave behind: records without their lead, or an open opportunity of a lead that is "not a fit". */
function faultAfter(file: Case): "not-last" | "opportunity-open" | null {
  const { lead, opportunities } = stateOf(file);
  if (file.lead && !lead) return opportunities.size > 0 || directDeals(file).length > 0 ? "not-last" : null;
  const open = [...opportunities.values()].some(({ kind }) => kind === "open");
  return lead?.kind === "not_a_fit" && open ? "opportunity-open" : null;
}

/** The mirror of the row, and of rows after it that keep its stage; the last credit is then recorded anew. */
function mirror(
  file: Case,
  target: Transition,
  now: When,
  recording: Recording,
): Transition[] | "already-undone" | "not-last" {
  const rest = standing(recordOf(file, target));
  const index = rest.findIndex((one) => one.id === target.id);
  if (index < 0) return "already-undone";
  const later = rest.slice(index + 1);
  if (later.some((one) => one.fromStageId !== one.toStageId)) return "not-last";
  if (later.length > 0 && target.fromStageId === target.toStageId) return "not-last";
  const undone = [...later].reverse().map((one) => mirrorOf(one, rest, now, recording));
  const before = rest[index - 1];
  const last = later.at(-1);
  const own = mirrorOf(target, rest, now, recording);
  if (!before || !last) return [...undone, own];
  return [...undone, own, { ...creditRow(before, last, now), id: recording.newId(), batchId: recording.batchId }];
}

function mirrorOf(target: Transition, rest: readonly Transition[], now: When, recording: Recording): Transition {
  const before = rest[rest.findIndex((one) => one.id === target.id) - 1] ?? target;
  return {
    ...target,
    ...now,
    id: recording.newId(),
    fromStageId: target.toStageId,
    fromKind: target.toKind,
    toStageId: target.fromStageId,
    toKind: target.fromKind,
    channelId: before.channelId,
    campaignId: before.campaignId,
    ownerId: before.ownerId,
    lostReasonId: null,
    excludedAs: null,
    undoesId: target.id,
    causeId: null,
    fault: null,
    batchId: recording.batchId,
  };
}

function creditRow(before: Transition, last: Transition, now: When): Transition {
  return {
    ...last,
    ...now,
    fromStageId: before.toStageId,
    fromKind: before.toKind,
    toStageId: before.toStageId,
    toKind: before.toKind,
    excludedAs: null,
    lostReasonId: null,
    causeId: null,
    fault: null,
  };
}

/** The live deals that stand for this row: of the opportunity that it won, or sold to the lead directly on its day. */
function dealsOf(file: Case, target: Transition): readonly DealId[] {
  if (target.toKind === target.fromKind) return [];
  if (target.toKind === "won") {
    const sold = file.deals.filter((deal) => !deal.voided && deal.opportunityId === target.opportunityId);
    return sold.map(({ id }) => id);
  }
  if (target.toKind !== "customer" || target.causeId !== null || target.fromKind === "excluded") return [];
  const direct = directDeals(file);
  const ofDay = direct.filter(({ signed }) => signed.occurredOn === target.occurredOn);
  return (ofDay.length > 0 ? ofDay : direct).map(({ id }) => id);
}

function directDeals(file: Case): readonly CaseDeal[] {
  return file.deals.filter((deal) => !deal.voided && deal.opportunityId === null);
}

/** The standing row that made the lead a customer. */
function conversionRow(file: Case): Transition | undefined {
  return standing(file.lead?.rows ?? []).find(
    ({ toKind, fromKind }) => toKind === "customer" && fromKind !== "customer" && fromKind !== "excluded",
  );
}

function logOf(file: Case): readonly Transition[] {
  return [...(file.lead?.rows ?? []), ...file.opportunities.flatMap((one) => one.rows)];
}

function recordOf(file: Case, target: Transition): readonly Transition[] {
  if (target.subject === "lead") return file.lead?.rows ?? [];
  return file.opportunities.find((one) => one.id === target.opportunityId)?.rows ?? [];
}

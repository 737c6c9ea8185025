import type { DealId, ImportBatchId, TransitionId } from "@/lib/domain/ids";
import { type Case, type Decision, withRows, withVoided } from "../case";
import { standing, type Transition, type When } from "../transition";
import type { LeadConsequences, Recording } from "./record";
import { settleLead } from "./settle";

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
  return undoRows(file, [...effects, target], now, consequences, recording);
}

/** Undoes all that an import recorded in this case; refused when somebody has worked on a record since. */
export function undoBatch(
  file: Case,
  batchId: ImportBatchId,
  now: When,
  consequences: LeadConsequences,
  recording: Recording,
): Decision {
  const rows = standing(logOf(file)).filter((one) => one.batchId === batchId);
  return undoRows(file, [...rows].reverse(), now, consequences, recording);
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
  const others = file.deals.some((one) => one.id !== id && !one.voided);
  const became = standing(file.lead?.rows ?? []).find((one) => one.toKind === "customer" && one.causeId === null);
  if (others || !became) return { kind: "decided", rows: [], voids: [id] };
  return undoTransition(file, became.id, now, consequences, recording);
}

function undoRows(
  file: Case,
  targets: readonly Transition[],
  now: When,
  consequences: LeadConsequences,
  recording: Recording,
): Decision {
  let after = file;
  const rows: Transition[] = [];
  const voids: DealId[] = [];
  for (const target of targets) {
    const mirrored = mirror(after, target, now, recording);
    if (!Array.isArray(mirrored)) return { kind: "refused", code: mirrored };
    const dead = dealsOf(after, target);
    after = withVoided(withRows(after, mirrored), dead);
    rows.push(...mirrored);
    voids.push(...dead);
  }
  const settled = settleLead(after, consequences, recording);
  return { kind: "decided", rows: settled ? [...rows, settled] : rows, voids };
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

/** The live deals that stand for this row: of a won opportunity, or sold to the lead directly. */
function dealsOf(file: Case, target: Transition): DealId[] {
  const live = file.deals.filter((deal) => !deal.voided);
  if (target.toKind === "won") {
    return live.filter((deal) => deal.opportunityId === target.opportunityId).map((deal) => deal.id);
  }
  if (target.toKind === "customer" && target.causeId === null && target.fromKind !== "excluded") {
    return live.filter((deal) => deal.opportunityId === null).map((deal) => deal.id);
  }
  return [];
}

function logOf(file: Case): readonly Transition[] {
  return [...(file.lead?.rows ?? []), ...file.opportunities.flatMap((one) => one.rows)];
}

function recordOf(file: Case, target: Transition): readonly Transition[] {
  if (target.subject === "lead") return file.lead?.rows ?? [];
  return file.opportunities.find((one) => one.id === target.opportunityId)?.rows ?? [];
}

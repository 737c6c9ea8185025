import type { OpportunityId } from "@/lib/domain/ids";
import { type Case, type Decision } from "../case";
import { type Credit, type StageRef, standing, type Transition, type When } from "../transition";
import { row, type Recording } from "./record";

/** A new owner, channel or campaign from now on: a row that keeps its stage, so that the past stays as it was. */
export function creditAnew(
  file: Case,
  record: { readonly opportunityId: OpportunityId | null },
  step: { readonly credit: Credit; readonly when: When },
  recording: Recording,
): Decision {
  const opportunity = file.opportunities.find(({ id }) => id === record.opportunityId);
  const before = standing(record.opportunityId === null ? (file.lead?.rows ?? []) : (opportunity?.rows ?? []));
  const last = before.at(-1);
  const to = last ? stageOf(last) : null;
  if (!last || !to) return { kind: "refused", code: "not-found" };
  if (sameCredit(last, step.credit)) return { kind: "unchanged" };
  const { subject, leadId, opportunityId } = last;
  const credited = row({ ...step, subject, leadId, opportunityId, before, to }, recording);
  return { kind: "decided", rows: [credited], voids: [] };
}

function stageOf(last: Transition): StageRef | null {
  return last.toStageId && last.toKind ? { id: last.toStageId, kind: last.toKind } : null;
}

function sameCredit(a: Credit, b: Credit): boolean {
  return a.channelId === b.channelId && a.campaignId === b.campaignId && a.ownerId === b.ownerId;
}

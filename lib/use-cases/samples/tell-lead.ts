import type { CaseChange, NewDeal, NewLead, NewOpportunity } from "@/db/mutations/record-cases";
import type { DealKind } from "@/lib/domain/deals/deal";
import { fold } from "@/lib/domain/fold";
import type {
  CampaignId,
  ChannelId,
  DealId,
  Id,
  ImportBatchId,
  LeadId,
  LostReasonId,
  OpportunityId,
  UserId,
} from "@/lib/domain/ids";
import { type Case, type Decision, EMPTY_CASE, withDeal, withRows } from "@/lib/domain/pipeline/case";
import { dealDirectly } from "@/lib/domain/pipeline/commands/deal-directly";
import { moveLead } from "@/lib/domain/pipeline/commands/move-lead";
import { moveOpportunity } from "@/lib/domain/pipeline/commands/move-opportunity";
import { bringInLead, openOpportunity } from "@/lib/domain/pipeline/commands/open";
import type { LeadConsequences, Recording } from "@/lib/domain/pipeline/commands/record";
import type { StageRef, Transition } from "@/lib/domain/pipeline/transition";
import { wholeDay } from "@/lib/domain/pipeline/when";
import type { SampleLead, SampleStep } from "@/lib/domain/samples/sample-leads";
import type { Tools } from "@/lib/use-cases/cases/decide";

export interface SampleTools {
  readonly consequences: LeadConsequences;
  readonly recording: Recording;
  readonly batchId: ImportBatchId;
  readonly first: Tools["first"];
  readonly leadStages: readonly StageRef<"open">[];
  readonly opportunityStages: readonly StageRef<"open">[];
  readonly channels: readonly ChannelId[];
  readonly campaigns: readonly (CampaignId | null)[];
  readonly reasons: readonly LostReasonId[];
  readonly ownerId: UserId;
  readonly dealKind: DealKind;
  readonly termMonths: number | null;
  readonly currency: string;
  readonly zone: string;
  readonly newId: <T extends Id<string>>() => T;
}

interface Told {
  readonly leads: readonly NewLead[];
  readonly opportunities: readonly NewOpportunity[];
  readonly deals: readonly NewDeal[];
  readonly change: CaseChange;
}

/** One sample lead told through the same commands that people use. */
export function tellLead(sample: SampleLead, tools: SampleTools): Told {
  const leadId = tools.newId<LeadId>();
  const opportunityId = tools.newId<OpportunityId>();
  const channelId = sample.channel === null ? null : (tools.channels[sample.channel] ?? null);
  const campaignId = channelId === null || sample.campaign === null ? null : (tools.campaigns[sample.campaign] ?? null);
  const credit = { channelId, campaignId, ownerId: tools.ownerId };
  const cameIn = { to: tools.first("lead", "open"), when: wholeDay(sample.cameInOn, tools.zone), credit };
  const rows: Transition[] = [bringInLead(leadId, cameIn, tools.recording)];
  const deals: NewDeal[] = [];
  let file = withRows(EMPTY_CASE, rows);
  for (const step of sample.steps) {
    const decision = decide(file, step, { opportunityId, credit }, tools);
    if (decision.kind !== "decided") continue;
    rows.push(...decision.rows);
    file = withRows(file, decision.rows);
    if (step.kind === "won" || step.kind === "sold-directly") {
      const sold = step.kind === "won" ? opportunityId : null;
      const deal = dealOf(step, leadId, sold, tools);
      deals.push(deal);
      const { id } = deal;
      const signed = wholeDay(step.on, tools.zone);
      file = withDeal(file, { id, opportunityId: sold, signed, voided: false, batchId: tools.batchId });
    }
  }
  const opportunities = file.opportunities.map(({ id }) => opportunityOf(id, leadId, sample, tools));
  return { leads: [leadOf(leadId, sample, tools)], opportunities, deals, change: { after: file, rows, voids: [] } };
}

type Credit = Parameters<typeof bringInLead>[1]["credit"];

function decide(
  file: Case,
  step: SampleStep,
  { opportunityId, credit }: { readonly opportunityId: OpportunityId; readonly credit: Credit },
  tools: SampleTools,
): Decision {
  const when = wholeDay(step.on, tools.zone);
  const { consequences, recording, first } = tools;
  const nowhere: Decision = { kind: "unchanged" };
  const moveTo = (to: StageRef<"open" | "won" | "lost">, lostReasonId?: LostReasonId) =>
    moveOpportunity(file, opportunityId, { to, when, lostReasonId }, consequences, recording);
  switch (step.kind) {
    case "contacted": {
      const to = tools.leadStages[1];
      return to ? moveLead(file, { to, when }, consequences, recording) : nowhere;
    }
    case "opened":
      return openOpportunity(
        file,
        opportunityId,
        { to: first("opportunity", "open"), when, credit },
        consequences,
        recording,
      );
    case "moved": {
      const to = tools.opportunityStages[step.stage];
      return to ? moveTo(to) : nowhere;
    }
    case "won":
      return moveTo(first("opportunity", "won"));
    case "lost":
      return moveTo(first("opportunity", "lost"), tools.reasons[step.reason]);
    case "sold-directly":
      return dealDirectly(file, { to: first("lead", "customer"), when }, recording);
    case "not-a-fit":
      return moveLead(file, { to: first("lead", "not_a_fit"), when }, consequences, recording);
    case "excluded":
      return moveLead(file, { to: first("lead", "excluded"), when, excludedAs: "spam" }, consequences, recording);
  }
}

function leadOf(id: LeadId, sample: SampleLead, { batchId }: SampleTools): NewLead {
  const none = { externalId: null, email: null, phone: null, note: "", expectedMinor: null, currency: null };
  return { id, name: sample.name, nameNorm: fold(sample.name), company: sample.company, ...none, batchId };
}

function opportunityOf(
  id: OpportunityId,
  leadId: LeadId,
  sample: SampleLead,
  { batchId }: SampleTools,
): NewOpportunity {
  const none = { externalId: null, note: "", expectedMinor: null, currency: null };
  return { id, leadId, name: sample.company, nameNorm: fold(sample.company), ...none, batchId };
}

function dealOf(
  step: Extract<SampleStep, { amount: number }>,
  leadId: LeadId,
  opportunityId: OpportunityId | null,
  tools: SampleTools,
): NewDeal {
  return {
    id: tools.newId<DealId>(),
    externalId: null,
    opportunityId,
    leadId,
    kind: tools.dealKind,
    amountMinor: step.amount,
    currency: tools.currency,
    termMonths: tools.termMonths,
    signedOn: step.on,
    batchId: tools.batchId,
  };
}

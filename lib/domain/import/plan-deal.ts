import { AMOUNT_PER } from "@/lib/domain/deals/deal";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";
import { stateOf } from "@/lib/domain/pipeline/case";
import { dealDirectly } from "@/lib/domain/pipeline/commands/deal-directly";
import { moveOpportunity } from "@/lib/domain/pipeline/commands/move-opportunity";
import type { Desk } from "./desk";
import { decided, draftOf, isProblem, type Problem, withNewDeal } from "./draft";
import type { DealFacts, KnownDeal } from "./known";
import { withoutOwnId } from "./own-id";
import type { PlanTools } from "./plan-tools";
import type { RowValues } from "./read-row";
import type { Planned } from "./row-stage";

interface Parties {
  readonly leadId: LeadId | null;
  readonly opportunityId: OpportunityId | null;
}

/** What a row of a file of deals would do. */
export function planDeal(values: RowValues, desk: Desk, tools: PlanTools): Planned | Problem {
  const known = values.external_id === undefined ? undefined : desk.deal(values.external_id);
  const parties = readParties(values, known, desk);
  if (isProblem(parties)) return parties;
  const found = known ?? impliedOf(parties, values, desk, tools);
  return found ? changeDeal(found, values, tools) : makeDeal(parties, values, desk, tools);
}

function readParties(values: RowValues, known: KnownDeal | undefined, desk: Desk): Parties | Problem {
  const { lead_external_id: leadRef, opportunity_external_id: opportunityRef } = values;
  const lead = leadRef === undefined ? null : desk.lead(leadRef);
  const opportunity = opportunityRef === undefined ? null : desk.opportunity(opportunityRef);
  if (lead === undefined) return { column: "lead_external_id", code: "unknown-lead" };
  if (opportunity === undefined) return { column: "opportunity_external_id", code: "unknown-opportunity" };
  if (lead && opportunity && opportunity.leadId !== lead.id) {
    return { column: "opportunity_external_id", code: "other-lead" };
  }
  if (known) {
    if (lead && known.leadId !== lead.id) return { column: "lead_external_id", code: "other-lead" };
    if (opportunity && known.opportunityId !== opportunity.id) {
      return { column: "opportunity_external_id", code: "other-lead" };
    }
  } else if (!lead && !opportunity) return { column: "lead_external_id", code: "required" };
  if (lead?.erased || opportunity?.erased) return { column: "lead_external_id", code: "gone" };
  return { leadId: opportunity?.leadId ?? lead?.id ?? null, opportunityId: opportunity?.id ?? null };
}

/** A deal that a date has implied, and of which nobody has told more yet. */
function impliedOf(parties: Parties, values: RowValues, desk: Desk, tools: PlanTools): KnownDeal | undefined {
  const key = parties.leadId ?? parties.opportunityId;
  const deals = key === null ? [] : desk.dealsOf(key);
  return deals.find(({ facts, batchId, voided, opportunityId }) => {
    const isImplied = facts.externalId === null && batchId !== null && batchId !== tools.recording.batchId && !voided;
    const isOfIt = parties.opportunityId === null || parties.opportunityId === opportunityId;
    return isImplied && isOfIt && (values.signed_on ?? facts.signedOn) === facts.signedOn;
  });
}

function makeDeal(parties: Parties, values: RowValues, desk: Desk, tools: PlanTools): Planned | Problem {
  const key = parties.leadId ?? parties.opportunityId;
  if (key === null) return { column: "lead_external_id", code: "required" };
  const file = desk.file(key);
  const { opportunities } = stateOf(file);
  const open = [...opportunities].filter(([, { kind }]) => kind === "open").map(([id]) => id);
  if (parties.opportunityId === null && open.length > 1)
    return { column: "lead_external_id", code: "which-opportunity" };
  const opportunityId = parties.opportunityId ?? open[0] ?? null;
  if (opportunityId !== null && opportunities.get(opportunityId)?.kind !== "open") {
    const code = opportunities.has(opportunityId) ? "already-decided" : "gone";
    return { column: "opportunity_external_id", code };
  }
  const when = tools.day(values.signed_on);
  const { consequences, recording, first } = tools;
  const decision =
    opportunityId === null
      ? dealDirectly(file, { to: first("lead", "customer"), when }, recording)
      : moveOpportunity(file, opportunityId, { to: first("opportunity", "won"), when }, consequences, recording);
  const next = decided(draftOf(key, file), decision, "signed_on");
  if (isProblem(next)) return next;
  const facts = dealFacts(values, { ...NO_FACTS, kind: tools.dealKind, signedOn: values.signed_on ?? null }, tools);
  const draft = withNewDeal(next, facts, opportunityId, tools);
  const record = { dealId: draft.deals[0]?.id };
  if (record.dealId === undefined) return { column: "signed_on", code: "contradiction" };
  return { outcome: "created", draft, record: { dealId: record.dealId }, undated: values.signed_on === undefined };
}

function changeDeal(known: KnownDeal, values: RowValues, tools: PlanTools): Planned | Problem {
  const key = known.leadId ?? known.opportunityId;
  if (known.voided || key === null) return { column: "external_id", code: "gone" };
  if (values.signed_on !== undefined && values.signed_on !== known.facts.signedOn) {
    return { column: "signed_on", code: "date-differs" };
  }
  const facts = dealFacts(withoutOwnId(values, known), known.facts, tools);
  const isSame = JSON.stringify(facts) === JSON.stringify(known.facts);
  const draft = draftOf(key, { lead: null, opportunities: [], deals: [] });
  const changed = isSame ? {} : { deal: { id: known.id, facts } };
  return { outcome: "updated", draft: { ...draft, changed }, record: { dealId: known.id }, undated: false };
}

const NO_FACTS: Omit<DealFacts, "kind"> = {
  externalId: null,
  amountMinor: null,
  currency: null,
  termMonths: null,
  signedOn: null,
};

/** A blank cell leaves what is there. A term belongs to what is paid by the month. */
function dealFacts(values: RowValues, before: DealFacts, tools: PlanTools): DealFacts {
  const kind = values.kind ?? before.kind;
  return {
    externalId: values.external_id ?? before.externalId,
    kind,
    amountMinor: values.amount ?? before.amountMinor,
    currency: values.amount === undefined ? before.currency : (values.currency ?? tools.currency),
    termMonths: AMOUNT_PER[kind] === "month" ? (values.term_months ?? before.termMonths) : null,
    signedOn: before.signedOn,
  };
}

import { fold } from "@/lib/domain/fold";
import type { OpportunityId } from "@/lib/domain/ids";
import { EMPTY_CASE, stateOf } from "@/lib/domain/pipeline/case";
import { openOpportunity } from "@/lib/domain/pipeline/commands/open";
import { creditOf } from "@/lib/domain/pipeline/commands/record";
import { advanceOpportunity } from "./advance-opportunity";
import type { Desk } from "./desk";
import { decided, type Draft, draftOf, inTurn, isProblem, type Problem } from "./draft";
import type { KnownLead, KnownOpportunity, OpportunityFacts } from "./known";
import { withoutOwnId } from "./own-id";
import type { PlanTools } from "./plan-tools";
import type { RowValues } from "./read-row";
import { creditStep, readCredit } from "./row-credit";
import { type Planned, readStage } from "./row-stage";

/** What a row of a file of opportunities would do. */
export function planOpportunity(values: RowValues, desk: Desk, tools: PlanTools): Planned | Problem {
  const lead = values.lead_external_id === undefined ? null : desk.lead(values.lead_external_id);
  if (lead === undefined) return { column: "lead_external_id", code: "unknown-lead" };
  const known = values.external_id === undefined ? undefined : desk.opportunity(values.external_id);
  if (known && lead && known.leadId !== lead.id) return { column: "lead_external_id", code: "other-lead" };
  const found = known ?? (lead ? impliedOf(lead, values, desk, tools) : undefined);
  return found ? changeOpportunity(found, values, desk, tools) : makeOpportunity(lead, values, desk, tools);
}

/** An opportunity that a date of its lead has implied, and of which nobody has told more yet. */
function impliedOf(lead: KnownLead, values: RowValues, desk: Desk, tools: PlanTools): KnownOpportunity | undefined {
  const { opportunities } = stateOf(desk.file(lead.id));
  return desk.opportunitiesOf(lead).find(({ id, facts, batchId }) => {
    const state = opportunities.get(id);
    const isImplied = facts.externalId === null && batchId !== null && batchId !== tools.recording.batchId;
    return isImplied && state && (values.opened_on ?? state.opened.occurredOn) === state.opened.occurredOn;
  });
}

function makeOpportunity(lead: KnownLead | null, values: RowValues, desk: Desk, tools: PlanTools): Planned | Problem {
  const file = lead ? desk.file(lead.id) : EMPTY_CASE;
  const ofLead = stateOf(file).lead;
  if (lead && (lead.erased || !ofLead)) return { column: "lead_external_id", code: "gone" };
  const name = values.name ?? lead?.facts.company ?? lead?.facts.name ?? values.external_id;
  if (name === undefined) return { column: "name", code: "required" };
  const stage = readStage("opportunity", values.stage, tools);
  const read = readCredit(values, creditOf(ofLead ?? NOBODY), desk, tools);
  if (isProblem(stage)) return stage;
  if (isProblem(read)) return read;
  const id = tools.newId<OpportunityId>();
  const { first, consequences, recording } = tools;
  const to = stage.ref?.kind === "open" ? { id: stage.ref.id, kind: "open" as const } : first("opportunity", "open");
  const step = { to, when: tools.day(values.opened_on), credit: read.credit };
  const facts = opportunityFacts({ ...values, name }, NO_FACTS, tools);
  const leadId = lead?.id ?? null;
  const empty: Draft = {
    ...draftOf(leadId ?? id, file),
    opportunities: [{ id, leadId, facts }],
    channels: read.channels,
  };
  const draft = inTurn(empty, [
    (one) => decided(one, openOpportunity(one.file, id, step, consequences, recording), "lead_external_id"),
    ...advanceOpportunity(id, values, stage.ref, tools),
  ]);
  if (isProblem(draft)) return draft;
  return { outcome: "created", draft, record: { opportunityId: id }, undated: values.opened_on === undefined };
}

function changeOpportunity(
  known: KnownOpportunity,
  values: RowValues,
  desk: Desk,
  tools: PlanTools,
): Planned | Problem {
  const key = known.leadId ?? known.id;
  const file = desk.file(key);
  const state = stateOf(file).opportunities.get(known.id);
  if (known.erased || !state) return { column: "external_id", code: "gone" };
  if (values.opened_on !== undefined && values.opened_on !== state.opened.occurredOn) {
    return { column: "opened_on", code: "date-differs" };
  }
  const stage = readStage("opportunity", values.stage, tools);
  if (isProblem(stage)) return stage;
  const facts = opportunityFacts(withoutOwnId(values, known), known.facts, tools);
  const draft = inTurn(draftOf(key, file), [
    creditStep(values, known.id, desk, tools),
    ...advanceOpportunity(known.id, values, stage.ref, tools),
  ]);
  if (isProblem(draft)) return draft;
  const isSame = JSON.stringify(facts) === JSON.stringify(known.facts);
  const changed = isSame ? draft.changed : { opportunity: { id: known.id, facts } };
  return { outcome: "updated", draft: { ...draft, changed }, record: { opportunityId: known.id }, undated: false };
}

const NOBODY = { channelId: null, campaignId: null, ownerId: null };
const NO_FACTS: OpportunityFacts = {
  externalId: null,
  name: null,
  nameNorm: null,
  note: "",
  expectedMinor: null,
  currency: null,
};

/** A blank cell leaves what is there. */
function opportunityFacts(values: RowValues, before: OpportunityFacts, tools: PlanTools): OpportunityFacts {
  const hasAmount = values.amount !== undefined;
  return {
    externalId: values.external_id ?? before.externalId,
    name: values.name ?? before.name,
    nameNorm: values.name === undefined ? before.nameNorm : fold(values.name),
    note: before.note,
    expectedMinor: values.amount ?? before.expectedMinor,
    currency: hasAmount ? (values.currency ?? tools.currency) : before.currency,
  };
}

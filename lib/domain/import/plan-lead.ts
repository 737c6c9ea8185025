import { fold } from "@/lib/domain/fold";
import type { LeadId } from "@/lib/domain/ids";
import { EMPTY_CASE, stateOf } from "@/lib/domain/pipeline/case";
import { moveLead } from "@/lib/domain/pipeline/commands/move-lead";
import { bringInLead } from "@/lib/domain/pipeline/commands/open";
import type { Desk } from "./desk";
import { advanceLead } from "./advance-lead";
import { decided, type Draft, draftOf, inTurn, isProblem, type Problem } from "./draft";
import type { KnownLead, LeadFacts } from "./known";
import { withoutOwnId } from "./own-id";
import type { PlanTools } from "./plan-tools";
import type { RowValues } from "./read-row";
import { creditStep, readCredit } from "./row-credit";
import { type Planned, readStage } from "./row-stage";

const NOBODY = { channelId: null, campaignId: null, ownerId: null };

/** What a row of a file of leads would do. */
export function planLead(values: RowValues, desk: Desk, tools: PlanTools): Planned | Problem {
  const known = values.external_id === undefined ? undefined : desk.lead(values.external_id);
  return known ? changeLead(known, values, desk, tools) : makeLead(values, desk, tools);
}

function makeLead(values: RowValues, desk: Desk, tools: PlanTools): Planned | Problem {
  const name = values.name ?? values.company ?? values.email ?? values.external_id;
  if (name === undefined) return { column: "name", code: "required" };
  const stage = readStage("lead", values.stage, tools);
  const read = readCredit(values, NOBODY, desk, tools);
  if (isProblem(stage)) return stage;
  if (isProblem(read)) return read;
  const leadId = tools.newId<LeadId>();
  const { first } = tools;
  const to = stage.ref?.kind === "open" ? { id: stage.ref.id, kind: "open" as const } : first("lead", "open");
  const when = tools.day(values.came_in_on);
  const cameIn = bringInLead(leadId, { to, when, credit: read.credit }, tools.recording);
  const facts = leadFacts({ ...values, name }, NO_FACTS, tools);
  const empty = { ...draftOf(leadId, EMPTY_CASE), leads: [{ id: leadId, facts }], channels: read.channels };
  const draft = inTurn(empty, [
    (one) => decided(one, { kind: "decided", rows: [cameIn], voids: [] }, "came_in_on"),
    ...advanceLead(values, stage.ref, facts, tools),
  ]);
  if (isProblem(draft)) return draft;
  return { outcome: "created", draft, record: { leadId }, undated: values.came_in_on === undefined };
}

function changeLead(known: KnownLead, values: RowValues, desk: Desk, tools: PlanTools): Planned | Problem {
  const file = desk.file(known.id);
  const state = stateOf(file).lead;
  if (known.erased || !state) return { column: "external_id", code: "gone" };
  if (values.came_in_on !== undefined && values.came_in_on !== state.cameIn.occurredOn) {
    return { column: "came_in_on", code: "date-differs" };
  }
  const stage = readStage("lead", values.stage, tools);
  if (isProblem(stage)) return stage;
  const facts = leadFacts(withoutOwnId(values, known), known.facts, tools);
  const draft = inTurn(draftOf(known.id, file), [
    creditStep(values, null, desk, tools),
    ...advanceLead(values, stage.ref, facts, tools),
    (one) => moveInPlace(one, values, stage.ref, tools),
  ]);
  if (isProblem(draft)) return draft;
  const isSame = JSON.stringify(facts) === JSON.stringify(known.facts);
  const changed = isSame ? draft.changed : { lead: { id: known.id, facts } };
  return { outcome: "updated", draft: { ...draft, changed }, record: { leadId: known.id }, undated: false };
}

/** An open stage named alone: the lead stands there now. */
function moveInPlace(draft: Draft, values: RowValues, to: { id: string; kind: string } | null, tools: PlanTools) {
  const isFurther = [values.qualified_on, values.customer_on, values.not_a_fit_on, values.excluded_as].some(Boolean);
  const ref = to === null || to.kind !== "open" || isFurther ? null : tools.names.stage("lead", values.stage ?? "");
  if (ref?.kind !== "open") return draft;
  const step = { to: { id: ref.id, kind: "open" as const }, when: tools.now };
  return decided(draft, moveLead(draft.file, step, tools.consequences, tools.recording), "stage");
}

const NO_FACTS: LeadFacts = {
  externalId: null,
  name: null,
  nameNorm: null,
  company: null,
  email: null,
  phone: null,
  note: "",
  expectedMinor: null,
  currency: null,
};

/** A blank cell leaves what is there. */
function leadFacts(values: RowValues, before: LeadFacts, tools: PlanTools): LeadFacts {
  const hasAmount = values.amount !== undefined;
  return {
    externalId: values.external_id ?? before.externalId,
    name: values.name ?? before.name,
    nameNorm: values.name === undefined ? before.nameNorm : fold(values.name),
    company: values.company ?? before.company,
    email: values.email ?? before.email,
    phone: values.phone ?? before.phone,
    note: values.note ?? before.note,
    expectedMinor: values.amount ?? before.expectedMinor,
    currency: hasAmount ? (values.currency ?? tools.currency) : before.currency,
  };
}

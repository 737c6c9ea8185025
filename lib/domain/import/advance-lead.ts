import { fold } from "@/lib/domain/fold";
import type { OpportunityId } from "@/lib/domain/ids";
import { stateOf } from "@/lib/domain/pipeline/case";
import { dealDirectly } from "@/lib/domain/pipeline/commands/deal-directly";
import { moveLead } from "@/lib/domain/pipeline/commands/move-lead";
import { moveOpportunity } from "@/lib/domain/pipeline/commands/move-opportunity";
import { openOpportunity } from "@/lib/domain/pipeline/commands/open";
import { creditOf } from "@/lib/domain/pipeline/commands/record";
import type { StageRef, When } from "@/lib/domain/pipeline/transition";
import { decided, type Draft, impliedDeal, isProblem, type Problem, type Step, withNewDeal } from "./draft";
import type { LeadFacts } from "./known";
import type { PlanTools } from "./plan-tools";
import type { RowValues } from "./read-row";

/** What a lead's dates and its stage say beyond its coming in, in the order of the pipeline. */
export function advanceLead(
  values: RowValues,
  stage: StageRef | null,
  facts: LeadFacts,
  tools: PlanTools,
): readonly Step[] {
  const { qualified_on, customer_on, not_a_fit_on, excluded_as } = values;
  const steps: Step[] = [];
  if (qualified_on !== undefined || stage?.kind === "qualified") {
    steps.push((draft) => qualify(draft, qualified_on, facts, tools));
  }
  if (customer_on !== undefined || stage?.kind === "customer") {
    steps.push((draft) => becomeCustomer(draft, customer_on, tools));
  }
  if (not_a_fit_on !== undefined || stage?.kind === "not_a_fit") {
    steps.push((draft) => refuseLead(draft, not_a_fit_on, tools));
  }
  if (excluded_as !== undefined || stage?.kind === "excluded") steps.push((draft) => exclude(draft, values, tools));
  return steps;
}

/** Being qualified implies an opportunity, which a later row may complete. */
function qualify(draft: Draft, on: string | undefined, facts: LeadFacts, tools: PlanTools): Draft | Problem {
  const { lead, opportunities } = stateOf(draft.file);
  if (opportunities.size > 0) return sameDay(draft, on, lead?.qualifiedWhen, "qualified_on");
  const id = tools.newId<OpportunityId>();
  const to = tools.first("opportunity", "open");
  const step = { to, when: tools.day(on), credit: creditOf(lead ?? NOBODY) };
  const opened = openOpportunity(draft.file, id, step, tools.consequences, tools.recording);
  const name = facts.company ?? facts.name;
  const nameNorm = name === null ? null : fold(name);
  const own = {
    externalId: null,
    name,
    nameNorm,
    note: "",
    expectedMinor: facts.expectedMinor,
    currency: facts.currency,
  };
  const opportunity = { id, leadId: draft.file.lead?.id ?? null, facts: own };
  return decided({ ...draft, opportunities: [...draft.opportunities, opportunity] }, opened, "qualified_on");
}

/** A customer implies a deal: of the one open opportunity, else with the lead directly. */
function becomeCustomer(draft: Draft, on: string | undefined, tools: PlanTools): Draft | Problem {
  const { lead, opportunities } = stateOf(draft.file);
  if (lead?.kind === "customer") return sameDay(draft, on, lead.decided, "customer_on");
  const [open, ...more] = [...opportunities].filter(([, { kind }]) => kind === "open").map(([id]) => id);
  if (more.length > 0) return { column: "customer_on", code: "which-opportunity" };
  const when = tools.day(on);
  const { consequences, recording, first } = tools;
  const decision =
    open === undefined
      ? dealDirectly(draft.file, { to: first("lead", "customer"), when }, recording)
      : moveOpportunity(draft.file, open, { to: first("opportunity", "won"), when }, consequences, recording);
  const next = decided(draft, decision, "customer_on");
  return isProblem(next) ? next : withNewDeal(next, impliedDeal(on ?? null), open ?? null, tools);
}

/** An opportunity that this very row implies is lost with its lead; others must have been closed. */
function refuseLead(draft: Draft, on: string | undefined, tools: PlanTools): Draft | Problem {
  const { lead } = stateOf(draft.file);
  if (lead?.kind === "not_a_fit") return sameDay(draft, on, lead.decided, "not_a_fit_on");
  const when = tools.day(on);
  const { consequences, recording, first } = tools;
  const [implied] = draft.opportunities;
  const lost =
    implied && lead?.kind === "qualified"
      ? moveOpportunity(draft.file, implied.id, { to: first("opportunity", "lost"), when }, consequences, recording)
      : ({ kind: "unchanged" } as const);
  const next = decided(draft, lost, "not_a_fit_on");
  if (isProblem(next)) return next;
  const step = { to: first("lead", "not_a_fit"), when };
  return decided(next, moveLead(next.file, step, consequences, recording), "not_a_fit_on");
}

/** Nobody says since when: since it came in. */
function exclude(draft: Draft, values: RowValues, tools: PlanTools): Draft | Problem {
  const { lead } = stateOf(draft.file);
  if (lead?.kind === "excluded") return draft;
  const { excluded_as: excludedAs } = values;
  if (excludedAs === undefined) return { column: "excluded_as", code: "required" };
  const isNew = draft.leads.length > 0;
  const step = {
    to: tools.first("lead", "excluded"),
    when: isNew ? (lead?.cameIn ?? tools.now) : tools.now,
    excludedAs,
  };
  return decided(draft, moveLead(draft.file, step, tools.consequences, tools.recording), "excluded_as");
}

const NOBODY = { channelId: null, campaignId: null, ownerId: null };

/** What has happened already has happened on the day that the log knows. */
export function sameDay(
  draft: Draft,
  on: string | undefined,
  known: When | null | undefined,
  column: Problem["column"],
): Draft | Problem {
  return on === undefined || on === known?.occurredOn ? draft : { column, code: "date-differs" };
}

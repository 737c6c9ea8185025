import { type Case, stateOf } from "@/lib/domain/pipeline/case";
import type { LeadState, OpportunityState } from "@/lib/domain/pipeline/replay";
import type { Parts } from "@/lib/domain/metrics/parts";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";

/** metrics.md 2 once more, record by record in memory, with nothing shared with the queries. */
export function countNaively(cases: readonly Case[], query: ReportQuery): Parts {
  const states = cases.map(stateOf);
  const isAsked = ({ credited }: Pick<LeadState, "credited">) =>
    query.channels.length === 0 || query.channels.some((channel) => channel === (credited.channelId ?? "none"));
  const leads = states.flatMap(({ lead }) => (lead && isAsked(lead) ? [lead] : []));
  const opportunities = states.flatMap((state) =>
    [...state.opportunities.values()]
      .filter(isAsked)
      .map((one) => ({ ...one, isAlone: state.lead === null || state.lead.kind === "excluded" })),
  );
  return query.basis === "start" ? byStart(leads, opportunities, query) : byDecision(leads, opportunities, query);
}

type Opportunity = OpportunityState & { readonly isAlone: boolean };

function byStart(all: readonly LeadState[], opportunities: readonly Opportunity[], { period }: ReportQuery): Parts {
  const inPeriod = (on: string | null) => period === null || (on !== null && on >= period.from && on < period.to);
  const came = all.filter(({ cameIn }) => inPeriod(cameIn.occurredOn));
  const leads = came.filter(({ kind }) => kind !== "excluded");
  const never = leads.filter(({ qualified }) => !qualified);
  const became = leads.filter(({ qualified }) => qualified);
  const unsold = became.filter(({ kind }) => kind !== "customer");
  const lost = unsold.filter(({ opportunityKind }) => opportunityKind === "lost");
  const opened = opportunities.filter((one) => inPeriod(one.opened.occurredOn));
  const notAFit = never.filter(({ kind }) => kind === "not_a_fit").length;
  return {
    leads: {
      total: leads.length,
      open: never.filter(({ kind }) => kind !== "not_a_fit" && kind !== "customer").length,
      notAFit,
      direct: never.filter(({ kind }) => kind === "customer").length,
      qualified: became.length,
      qualifiedOpen: unsold.length - lost.length,
      qualifiedLost: lost.length,
      waiting: lost.filter(({ kind }) => kind !== "not_a_fit").length,
      customers: leads.filter(({ kind }) => kind === "customer").length,
      excluded: came.length - leads.length,
      faulty: leads.filter(({ fault }) => fault).length,
      undated: all.filter(({ kind, cameIn }) => kind !== "excluded" && cameIn.occurredOn === null).length,
    },
    opportunities: {
      total: opened.length,
      open: opened.filter(({ kind }) => kind === "open").length,
      won: opened.filter(({ kind }) => kind === "won").length,
      lost: opened.filter(({ kind }) => kind === "lost").length,
      withoutLead: opened.filter(({ isAlone }) => isAlone).length,
      faulty: opened.filter(({ fault }) => fault).length,
      undated: opportunities.filter((one) => one.opened.occurredOn === null).length,
    },
    notAFitUnqualified: notAFit,
  };
}

function byDecision(all: readonly LeadState[], opportunities: readonly Opportunity[], { period }: ReportQuery): Parts {
  const inPeriod = (when: { readonly occurredOn: string | null } | null) => {
    const on = when?.occurredOn ?? null;
    return period === null || (on !== null && on >= period.from && on < period.to);
  };
  const leads = all.filter(({ kind }) => kind !== "excluded");
  const became = leads.filter(({ kind, decided }) => kind === "customer" && inPeriod(decided));
  const refused = leads.filter(({ kind, decided }) => kind === "not_a_fit" && inPeriod(decided));
  const isDecided = ({ kind }: LeadState) => kind === "customer" || kind === "not_a_fit";
  const closed = opportunities.filter(({ kind }) => kind !== "open");
  const ended = closed.filter((one) => inPeriod(one.closed));
  return {
    leads: {
      ...{ total: null, open: null, qualifiedOpen: null, qualifiedLost: null },
      notAFit: refused.length,
      direct: became.filter(({ qualified }) => !qualified).length,
      qualified: leads.filter(({ qualified, qualifiedWhen }) => qualified && inPeriod(qualifiedWhen)).length,
      waiting: leads.filter((lead) => lead.qualified && !isDecided(lead) && lead.opportunityKind === "lost").length,
      customers: became.length,
      excluded: all.filter(({ kind, cameIn }) => kind === "excluded" && inPeriod(cameIn)).length,
      faulty: leads.filter((lead) => {
        const when = isDecided(lead) ? lead.decided : lead.qualifiedWhen;
        return lead.fault && (isDecided(lead) || lead.qualified) && inPeriod(when);
      }).length,
      undated: leads.filter(
        (lead) => (isDecided(lead) && !lead.decided?.occurredOn) || (lead.qualified && !lead.qualifiedWhen?.occurredOn),
      ).length,
    },
    opportunities: {
      ...{ total: null, open: null },
      won: ended.filter(({ kind }) => kind === "won").length,
      lost: ended.filter(({ kind }) => kind === "lost").length,
      withoutLead: ended.filter(({ isAlone }) => isAlone).length,
      faulty: ended.filter(({ fault }) => fault).length,
      undated: closed.filter((one) => !one.closed?.occurredOn).length,
    },
    notAFitUnqualified: refused.filter(({ qualified }) => !qualified).length,
  };
}

import { decisionDaysOf, maturity, wholeDays } from "@/lib/domain/metrics/maturity";
import type { Parts } from "@/lib/domain/metrics/parts";
import { type Rates, ratesOf } from "@/lib/domain/metrics/rates-of";
import { daysBetween } from "@/lib/domain/period";
import type { SampleLead, SampleStep } from "./sample-leads";

export interface CountedSample {
  readonly parts: Parts;
  readonly rates: Rates;
}

/** The parts of sample leads by start date: what became of each of them. Each opportunity has its lead. */
export function countSample(leads: readonly SampleLead[]): Parts {
  const count = (is: (lead: SampleLead) => boolean) => kept.filter(is).length;
  const kept = leads.filter((lead) => !did(lead, "excluded"));
  const qualified = count((lead) => did(lead, "opened"));
  const won = count((lead) => did(lead, "won"));
  const lost = count((lead) => did(lead, "lost"));
  const direct = count((lead) => did(lead, "sold-directly"));
  const notAFit = count((lead) => did(lead, "not-a-fit") && !did(lead, "opened"));
  const open = kept.length - qualified - direct - notAFit;
  return {
    leads: {
      total: kept.length,
      open,
      notAFit,
      direct,
      qualified,
      qualifiedLost: lost,
      qualifiedOpen: qualified - won - lost,
      waiting: count((lead) => did(lead, "lost") && !did(lead, "not-a-fit")),
      customers: won + direct,
      excluded: leads.length - kept.length,
      faulty: 0,
      undated: 0,
    },
    opportunities: { total: qualified, open: qualified - won - lost, won, lost, withoutLead: 0, faulty: 0, undated: 0 },
    notAFitUnqualified: notAFit,
  };
}

/**
 * Counts and rates any part of `all`, young ones as preliminary: as long as its leads take to be decided, so long these may
 * take too.
 */
export function sampleCounter(
  all: readonly SampleLead[],
  today: string,
): (leads: readonly SampleLead[]) => CountedSample {
  const isYoung = Object.fromEntries(RATES.map((rate) => [rate, youthOf(rate, all, today)]));
  return (leads) => {
    const parts = countSample(leads);
    const young = (rate: DecidedRate) => isYoung[rate]?.(leads) ?? false;
    const preliminary = {
      leadConversionRate: young("lead"),
      qualificationRate: young("qualification"),
      opportunityConversionRate: young("opportunity"),
      step2: young("opportunity"),
    };
    return { parts, rates: ratesOf(parts, { basis: "start", leadConvertsAt: "customer", preliminary }) };
  };
}

function youthOf(rate: DecidedRate, all: readonly SampleLead[], today: string) {
  const spans = new Map(all.map((lead) => [lead, spanOf(lead, rate, today)]));
  const known = [...spans.values()].flatMap((span) => span ?? []);
  const days = decisionDaysOf(known.map((span) => wholeDays(span.days, span.decided)));
  return (leads: readonly SampleLead[]) => {
    const asked = leads.flatMap((lead) => spans.get(lead) ?? []);
    const openAges = asked.filter(({ decided }) => !decided).map((span) => span.days);
    return maturity(openAges, asked.length, days).preliminary;
  };
}

/** What decides a record for each rate, from which start. */
const DECISIONS = {
  lead: { from: null, by: ["won", "sold-directly", "not-a-fit"] },
  qualification: { from: null, by: ["opened", "sold-directly", "not-a-fit"] },
  opportunity: { from: "opened", by: ["won", "lost"] },
} as const satisfies Record<string, { from: SampleStep["kind"] | null; by: readonly SampleStep["kind"][] }>;

type DecidedRate = keyof typeof DECISIONS;
const RATES = ["lead", "qualification", "opportunity"] as const satisfies readonly DecidedRate[];

interface Span {
  readonly days: number;
  readonly decided: boolean;
}

function spanOf(lead: SampleLead, rate: DecidedRate, today: string): Span | null {
  const { from, by } = DECISIONS[rate];
  const start = from === null ? lead.cameInOn : lead.steps.find(({ kind }) => kind === from)?.on;
  if (start === undefined || did(lead, "excluded")) return null;
  const decision = lead.steps.find(({ kind }) => by.some((each) => each === kind));
  return { days: daysBetween(start, decision?.on ?? today), decided: decision !== undefined };
}

function did({ steps }: SampleLead, kind: SampleStep["kind"]): boolean {
  return steps.some((step) => step.kind === kind);
}

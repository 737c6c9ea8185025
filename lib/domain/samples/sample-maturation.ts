import { type Maturation, maturationOf, type OutcomeCount } from "@/lib/domain/metrics/maturation";
import { daysBetween } from "@/lib/domain/period";
import type { SampleLead, SampleStep } from "./sample-leads";

/** How the sample leads of each month became customers. */
export function maturedLeads(leads: readonly SampleLead[], today: string): Maturation {
  return matured(
    leads.map((lead) => ({ ...lead, began: lead.cameInOn })),
    { today, converts: ["won", "sold-directly"], ends: ["not-a-fit"] },
  );
}

/** How their opportunities of each month were won. */
export function maturedOpportunities(leads: readonly SampleLead[], today: string): Maturation {
  const opened = leads.flatMap(({ steps }) => {
    const opening = steps.find(({ kind }) => kind === "opened");
    return opening === undefined ? [] : [{ steps, began: opening.on }];
  });
  return matured(opened, { today, converts: ["won"], ends: ["lost"] });
}

interface Begun {
  readonly began: string;
  readonly steps: readonly SampleStep[];
}

interface Outcomes {
  readonly today: string;
  readonly converts: readonly SampleStep["kind"][];
  readonly ends: readonly SampleStep["kind"][];
}

function matured(all: readonly Begun[], { today, converts, ends }: Outcomes): Maturation {
  const counts = all.map(({ began, steps }): OutcomeCount => {
    const converted = steps.find(({ kind }) => converts.includes(kind));
    const end = converted ?? steps.find(({ kind }) => ends.includes(kind));
    return {
      month: began.slice(0, 7),
      days: daysBetween(began, end?.on ?? today),
      count: 1,
      outcome: converted ? "converted" : end ? "ended" : "open",
    };
  });
  return maturationOf({ period: counts, filtered: counts, team: counts, today });
}

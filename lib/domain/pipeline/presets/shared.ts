import type { LeadKind, OpportunityKind } from "../kinds";
import type { Names, PresetStage } from "./preset";

export function names(nb: string, en: string): Names {
  return { nb, en };
}

export function open(nb: string, en: string): PresetStage<"open"> {
  return { kind: "open", name: names(nb, en) };
}

/** Where a lead's way ends; the bokmål adjective follows the noun that the scenario's first stage names. */
export function leadEnds(notAFit: "Ikke aktuell" | "Ikke aktuelt"): readonly PresetStage<LeadKind>[] {
  return [
    { kind: "qualified", name: names("Kvalifisert", "Qualified") },
    { kind: "customer", name: names("Kunde", "Customer") },
    { kind: "not_a_fit", name: names(notAFit, "Not a fit") },
    { kind: "excluded", name: names("Holdt utenfor", "Excluded") },
  ];
}

export const OPPORTUNITY_ENDS = [
  { kind: "won", name: names("Vunnet", "Won") },
  { kind: "lost", name: names("Tapt", "Lost") },
] as const satisfies readonly PresetStage<OpportunityKind>[];

export const OTHER_CHANNEL = names("Annet", "Other");

/** The reason that is offered where nobody told one. */
export const NOT_STATED = names("Ikke oppgitt", "Not stated");

export const COMMON_REASONS = [names("Pris", "Price"), names("Ingen beslutning", "No decision"), NOT_STATED] as const;

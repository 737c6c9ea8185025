import { newLeadHref, newOpportunityHref } from "./new-lead";
import { routes } from "@/lib/routes";

/** What was pressed before, when, and what it led to. A sequence is forgotten after a second. */
export type Pressed = { readonly key: string; readonly at: number };

const SEQUENCE_MS = 1000;

/** Where a single key, or G and then another, leads. */
export function destinationOf(key: string, at: number, before: Pressed | null, team: string): string | null {
  const pressed = key.toLowerCase();
  const isSequence = before?.key === "g" && at - before.at <= SEQUENCE_MS;
  if (isSequence) return AFTER_G.get(pressed)?.(team) ?? null;
  return pressed === "n" ? newLeadHref(team) : pressed === "m" ? newOpportunityHref(team) : null;
}

const AFTER_G: ReadonlyMap<string, (team: string) => string> = new Map([
  ["r", (team: string) => routes.team(team)],
  ["l", (team: string) => routes.leads(team)],
  ["o", (team: string) => routes.opportunities(team)],
  ["d", (team: string) => routes.deals(team)],
]);

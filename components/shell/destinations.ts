import { routes } from "@/lib/routes";
import { newLeadHref, newOpportunityHref } from "./new-lead";
import type { Destinations } from "./shortcut-keys";

/** Where the keys of a team's pages lead. */
export function destinationsIn(team: string): Destinations {
  return {
    n: newLeadHref(team),
    m: newOpportunityHref(team),
    "g r": routes.team(team),
    "g l": routes.leads(team),
    "g o": routes.opportunities(team),
    "g d": routes.deals(team),
  };
}

import { routes } from "@/lib/routes";

/** The id of the line that takes a new lead, on top of the leads. */
export const QUICK_ADD_ID = "quick-add";

export function newLeadHref(team: string): string {
  return `${routes.leads(team)}#${QUICK_ADD_ID}`;
}

export function newOpportunityHref(team: string): string {
  return routes.opportunities(team, { new: "1" });
}

import { teamRoute } from "@/lib/api/team-route";
import { changeOpportunityOperation } from "@/lib/api/writing";

export const PATCH = teamRoute(changeOpportunityOperation);

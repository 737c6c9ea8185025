import { teamRoute } from "@/lib/api/team-route";
import { moveOpportunityOperation } from "@/lib/api/writing";

export const POST = teamRoute(moveOpportunityOperation);

import { listOpportunitiesOperation } from "@/lib/api/reading";
import { teamRoute } from "@/lib/api/team-route";
import { addOpportunityOperation } from "@/lib/api/writing";

export const GET = teamRoute(listOpportunitiesOperation);
export const POST = teamRoute(addOpportunityOperation);

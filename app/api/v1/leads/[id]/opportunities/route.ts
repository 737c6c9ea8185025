import { teamRoute } from "@/lib/api/team-route";
import { addOpportunityOfLeadOperation } from "@/lib/api/writing";

export const POST = teamRoute(addOpportunityOfLeadOperation);

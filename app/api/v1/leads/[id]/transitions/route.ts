import { teamRoute } from "@/lib/api/team-route";
import { moveLeadOperation } from "@/lib/api/writing";

export const POST = teamRoute(moveLeadOperation);

import { teamRoute } from "@/lib/api/team-route";
import { changeLeadOperation } from "@/lib/api/writing";

export const PATCH = teamRoute(changeLeadOperation);

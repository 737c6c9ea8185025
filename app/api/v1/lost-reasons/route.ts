import { listLostReasonsOperation } from "@/lib/api/reading";
import { teamRoute } from "@/lib/api/team-route";

export const GET = teamRoute(listLostReasonsOperation);

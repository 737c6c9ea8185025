import { listLeadsOperation } from "@/lib/api/reading";
import { teamRoute } from "@/lib/api/team-route";
import { addLeadOperation } from "@/lib/api/writing";

export const GET = teamRoute(listLeadsOperation);
export const POST = teamRoute(addLeadOperation);

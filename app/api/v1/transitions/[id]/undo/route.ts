import { teamRoute } from "@/lib/api/team-route";
import { undoMoveOperation } from "@/lib/api/writing";

export const POST = teamRoute(undoMoveOperation);

import { importFileOperation } from "@/lib/api/importing";
import { teamRoute } from "@/lib/api/team-route";

export const POST = teamRoute(importFileOperation);

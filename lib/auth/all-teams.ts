import { database } from "@/db/client";
import { listTeamIds } from "@/db/directory";

/** The ids of all teams, for what runs by the clock; no team's data. */
export async function listTeams() {
  return database().transaction({ teamId: null, access: "read" }, listTeamIds);
}

import { database } from "@/db/client";
import { listDueReportLinks } from "@/db/directory";

/** The links of all teams that the daily work is due for: ids, no team's data. */
export async function listDueLinks(due: Parameters<typeof listDueReportLinks>[1]) {
  return database().transaction({ teamId: null, access: "read" }, (tx) => listDueReportLinks(tx, due));
}

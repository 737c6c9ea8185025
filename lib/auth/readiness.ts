import { database } from "@/db/client";
import { isMigrated } from "@/db/directory";
import { report } from "@/lib/log";

/** Whether the database answers us, as the app's own role, and has been migrated. One query; the reason goes to the log. */
export async function isReady(): Promise<boolean> {
  try {
    return await database().transaction({ teamId: null, access: "read" }, isMigrated);
  } catch (error) {
    report(error, "readiness");
    return false;
  }
}

import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { report } from "@/lib/log";

/** Whether the database answers us, as the app's own role, and has been migrated. One query; the reason goes to the log. */
export async function isReady(): Promise<boolean> {
  try {
    return await database().transaction({ teamId: null, access: "read" }, async (tx) => {
      const rows = await tx.execute(sql`select 1 from migrations.applied limit 1`);
      return rows.length === 1;
    });
  } catch (error) {
    report(error, "readiness");
    return false;
  }
}

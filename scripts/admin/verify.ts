import { withConnection } from "@/db/bootstrap";
import { catalogFaults } from "@/db/catalog";
import type { Database } from "@/db/client";
import { listTeamIds } from "@/db/directory";
import { oldPostgresWarning } from "@/db/server-checks";
import { openOperator } from "@/lib/auth/open-operator";
import { checkCaches } from "@/lib/use-cases/verify/check-caches";
import { checkCounters, type CounterFault } from "@/lib/use-cases/verify/check-counters";
import { checkLog } from "@/lib/use-cases/verify/check-log";

/** Whether the schema keeps its rules, and each team's log is whole, gives what its records say, and they what is counted. Throws at the first fault. */
export async function verify(db: Database, appUrl: string): Promise<string> {
  const warning = await oldPostgresWarning(appUrl);
  if (warning !== null) console.warn(warning);
  await withConnection(appUrl, async (sql) => {
    const [first, ...more] = await catalogFaults((text) => sql.unsafe(text));
    if (first) throw new Error(`The schema has ${1 + more.length} fault(s), first: ${first.lint}: ${first.fault}.`);
  });
  const teams = await db.transaction({ teamId: null, access: "read" }, listTeamIds);
  for (const teamId of teams) {
    await openOperator(db, teamId, "read", async (scope) => {
      const fault = await checkLog(scope);
      if (fault !== null) throw new Error(`The log of team ${teamId} has a fault (${fault.kind}) at ${fault.seq}.`);
      const [record] = await checkCaches(scope);
      if (record) throw new Error(`Team ${teamId}: ${record.subject} ${record.id} is not what its log says.`);
      const [counter] = await checkCounters(scope);
      if (counter) throw new Error(`Team ${teamId}: ${complaintAbout(counter)}`);
    });
  }
  return `Schema, logs, records and counters of ${teams.length} team(s) are as they must be.`;
}

function complaintAbout({ subject, countedBy, month }: CounterFault): string {
  return `the counters of ${subject} by ${countedBy} in ${month} are not what its records give.`;
}

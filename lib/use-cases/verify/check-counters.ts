import { listCounterFaults, listLagFaults, listOpenFaults } from "@/db/queries/counter-faults";
import type { TeamDb } from "@/db/scope";
import { SUBJECTS, type Subject } from "@/lib/domain/pipeline/kinds";

/** A row of counters that is not what counting the records gives. */
export interface CounterFault {
  readonly subject: Subject;
  readonly countedBy: string;
  readonly month: string;
}

const FAULTS_MAX = 100;

/** Counts a team's records anew and compares them with its counters and what waits to be folded into them. */
export async function checkCounters(db: TeamDb): Promise<readonly CounterFault[]> {
  const faults: CounterFault[] = [];
  for (const subject of SUBJECTS) {
    const found = [
      ...(await listCounterFaults(db, subject, FAULTS_MAX)),
      ...(await listOpenFaults(db, subject, FAULTS_MAX)),
      ...(await listLagFaults(db, subject, FAULTS_MAX)),
    ];
    faults.push(...found.map(({ counted_by: countedBy, month }) => ({ subject, countedBy, month })));
  }
  return faults;
}

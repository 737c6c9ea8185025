import { listCounterFaults } from "@/db/queries/counter-faults";
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
    for (const { counted_by: countedBy, month } of await listCounterFaults(db, subject, FAULTS_MAX)) {
      faults.push({ subject, countedBy, month });
    }
  }
  return faults;
}

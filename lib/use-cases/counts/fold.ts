import { addToCounters, takeFolding } from "@/db/mutations/fold-counts";
import { BASES, countersOf } from "@/db/queries/count-cells";
import { openCounters } from "@/db/queries/open-cells";
import { allCells, allLags, allOpens, countUnfolded, SUM_OF_SIGNS, sumOfSigns } from "@/db/queries/unfolded";
import type { TeamDb } from "@/db/scope";
import { SUBJECTS } from "@/lib/domain/pipeline/kinds";

/** So many are added up while reading without anybody noticing. */
const UNFOLDED_MAX = 500;

/** Folds a team's changes into its counters once there are many of them. */
export async function foldIfMany(db: TeamDb): Promise<void> {
  if ((await countUnfolded(db, UNFOLDED_MAX)) >= UNFOLDED_MAX) await foldCounts(db);
}

/**
 * Folds a team's changes into its counters. Done at any point, any number of times, by any number of processes, nothing is
 * counted twice or lost; who finds another at it leaves it to him.
 */
export async function foldCounts(db: TeamDb): Promise<void> {
  if (!(await takeFolding(db))) return;
  for (const subject of SUBJECTS) {
    await addToCounters(db, subject, {
      columns: countersOf(subject, BASES).map(({ column }) => column),
      openColumns: openCounters(subject).map(({ column }) => column),
      cellsOf: (changes) => allCells(db, subject, changes, sumOfSigns),
      opensOf: (changes) => allOpens(db, subject, changes, sumOfSigns),
      lagsOf: (changes) => allLags(db, subject, changes, SUM_OF_SIGNS),
    });
  }
}

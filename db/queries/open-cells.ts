import { type SQL, sql } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import { COUNTED_BY } from "@/db/schema/counters";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import { type Cellular, cellsOf, type Counter, countersOf } from "./count-cells";

/** The counters of what is open, which are kept by the day too. */
export const OPEN_PATHS: readonly string[] = [
  "leads.open",
  "leads.qualifiedOpen",
  "leads.waiting",
  "opportunities.open",
];

/** In which ways they are kept by the day: not in all at once, for under filters there are as many as records. */
export const OPEN_BY = COUNTED_BY.filter((by) => by !== "all");

/** A subject's counters of what is open. */
export function openCounters(subject: Subject): readonly Counter[] {
  return countersOf(subject, ["start"]).filter(({ path }) => OPEN_PATHS.includes(path));
}

/** The one definition of what is open by the day on which it came in; used by the fold, the live read and the check. */
export function openCells(subject: Subject, rows: Pick<Cellular, "sample" | "sum" | "by"> & Opens): SQL {
  const start = startOfSubject(subject);
  const { from, where, sample, sum, by } = rows;
  return cellsOf(subject, openCounters(subject), {
    from: () => from,
    where: sql`${start} is not null and ${where}`,
    place: () => sql`${start}`,
    sample,
    sum,
    by,
  });
}

/** The day on which a record of a subject began. */
export function startOfSubject(subject: Subject) {
  return subject === "lead" ? leads.cameInDay : opportunities.openedDay;
}

interface Opens {
  readonly from: SQL;
  readonly where: SQL;
}

import { isNotNull, not, type SQL, sql } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import { isOfSamples } from "./counted";
import { factsOf, type Past } from "./facts";
import type { SampleUse } from "@/lib/domain/metrics/report";
import { findSampleBatch } from "./samples";

export async function findSampleUse(db: TeamDb, past?: Past): Promise<SampleUse> {
  if ((await findSampleBatch(db, past?.at)) === null) return "none";
  const hasOwn =
    (await hasAny(db, leads, past, not(isOfSamples(db, leads)))) ||
    (await hasAny(db, opportunities, past, not(isOfSamples(db, opportunities))));
  return hasOwn ? "left-out" : "shown";
}

/** Whether the team has any lead or opportunity that is there, of whatever period. */
export async function hasRecords(db: TeamDb, past?: Past): Promise<boolean> {
  return (await hasAny(db, leads, past)) || (await hasAny(db, opportunities, past));
}

async function hasAny(
  db: TeamDb,
  table: typeof leads | typeof opportunities,
  past: Past | undefined,
  condition?: SQL,
): Promise<boolean> {
  const rows = await factsOf(db, past)
    .select({ one: sql`1` })
    .from(table)
    .where(db.where(table, isNotNull(table.kind), condition))
    .limit(1);
  return rows.length > 0;
}

import { isNotNull, not, type SQL, sql } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import { isOfSamples } from "./counted";
import type { SampleUse } from "@/lib/domain/metrics/report";
import { findSampleBatch } from "./samples";

export async function findSampleUse(db: TeamDb): Promise<SampleUse> {
  if ((await findSampleBatch(db)) === null) return "none";
  const hasOwn =
    (await hasAny(db, leads, not(isOfSamples(db, leads)))) ||
    (await hasAny(db, opportunities, not(isOfSamples(db, opportunities))));
  return hasOwn ? "left-out" : "shown";
}

/** Whether the team has any lead or opportunity that is there, of whatever period. */
export async function hasRecords(db: TeamDb): Promise<boolean> {
  return (await hasAny(db, leads)) || (await hasAny(db, opportunities));
}

async function hasAny(db: TeamDb, table: typeof leads | typeof opportunities, condition?: SQL): Promise<boolean> {
  const rows = await db.tx
    .select({ one: sql`1` })
    .from(table)
    .where(db.where(table, isNotNull(table.kind), condition))
    .limit(1);
  return rows.length > 0;
}

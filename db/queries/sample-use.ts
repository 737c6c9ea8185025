import { not, sql } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import { isOfSamples } from "./counted";
import { findSampleBatch } from "./samples";

/** Sample data and own records never meet in one rate: samples are shown until the team has something of its own. */
export type SampleUse = "none" | "shown" | "left-out";

export async function findSampleUse(db: TeamDb): Promise<SampleUse> {
  if ((await findSampleBatch(db)) === null) return "none";
  return (await hasOwn(db, leads)) || (await hasOwn(db, opportunities)) ? "left-out" : "shown";
}

async function hasOwn(db: TeamDb, table: typeof leads | typeof opportunities): Promise<boolean> {
  const own = await db.tx
    .select({ one: sql`1` })
    .from(table)
    .where(db.where(table, not(isOfSamples(db, table))))
    .limit(1);
  return own.length > 0;
}

import { isNotNull, not, sql } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import { isOfSamples } from "./counted";
import { factsFirst, type Past } from "./facts";
import type { SampleUse } from "@/lib/domain/metrics/report";
import { findSampleBatch } from "./samples";

export async function findSampleUse(db: TeamDb, past?: Past): Promise<SampleUse> {
  if ((await findSampleBatch(db, past?.at)) === null) return "none";
  return (await hasAny(db, past, { own: true })) ? "left-out" : "shown";
}

/** Whether the team has any lead or opportunity that is there, of whatever period. */
export async function hasRecords(db: TeamDb, past?: Past): Promise<boolean> {
  return hasAny(db, past, { own: false });
}

async function hasAny(db: TeamDb, past: Past | undefined, { own }: { readonly own: boolean }): Promise<boolean> {
  const oneOf = (table: typeof leads | typeof opportunities) => {
    const condition = own ? not(isOfSamples(db, table)) : undefined;
    return sql`exists (select from ${table} where ${db.where(table, isNotNull(table.kind), condition)})`;
  };
  const [row] = await db.tx.execute<{ any: boolean }>(sql`
    with ${factsFirst(db, past)}one as (select 1)
    select ${oneOf(leads)} or ${oneOf(opportunities)} as any from one`);
  return row?.any === true;
}

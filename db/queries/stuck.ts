import { and, asc, eq, isNotNull, lt } from "drizzle-orm";
import { leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import { asId, type StageId } from "@/lib/domain/ids";
import { countedOf, type CountingQuery } from "./counted";
import { leadTallies } from "./lead-tallies";
import { opportunityTallies } from "./opportunity-tallies";
import type { Subject } from "@/lib/domain/pipeline/kinds";

export const STUCK_LISTED = 40;

interface StuckAsked {
  readonly subject: Subject;
  readonly stage: string;
  /** Standing there since before this. */
  readonly before: Date;
}

/** Records of the period that have stood in their stage since before a moment, the longest standing first. */
export async function listStuck(db: TeamDb, query: CountingQuery, { subject, stage, before }: StuckAsked) {
  const asked = { ...query, basis: "start" } as const;
  const table = subject === "lead" ? leads : opportunities;
  const tally =
    subject === "lead" ? leadTallies(asked)["leads.total"] : opportunityTallies(asked)["opportunities.total"];
  const isThere = and(
    eq(table.stageId, asId<StageId>(stage)),
    isNotNull(table.stageSince),
    lt(table.stageSince, before),
  );
  return db.tx
    .select({ id: table.id, since: table.stageSince })
    .from(table)
    .where(db.where(table, isThere, countedOf(db, table, asked, tally)))
    .orderBy(asc(table.stageSince), asc(table.id))
    .limit(STUCK_LISTED);
}

import { count, eq } from "drizzle-orm";
import { deals, leads, opportunities } from "@/db/schema/records";
import type { TeamDb } from "@/db/scope";
import type { LeadId, OpportunityId, StageId } from "@/lib/domain/ids";
import type { Subject } from "@/lib/domain/pipeline/kinds";

/** How many records stand in each stage, archived records too: they would stand nowhere without it. */
export async function countRecordsByStage(db: TeamDb): Promise<ReadonlyMap<StageId, number>> {
  const ofLeads = await db.tx
    .select({ stageId: leads.stageId, n: count() })
    .from(leads)
    .where(db.where(leads))
    .groupBy(leads.stageId);
  const ofOpportunities = await db.tx
    .select({ stageId: opportunities.stageId, n: count() })
    .from(opportunities)
    .where(db.where(opportunities))
    .groupBy(opportunities.stageId);
  return new Map(
    [...ofLeads, ...ofOpportunities].flatMap(({ stageId, n }) => (stageId === null ? [] : [[stageId, n] as const])),
  );
}

export interface RecordsInStage {
  readonly leadIds: readonly LeadId[];
  readonly opportunityIds: readonly OpportunityId[];
}

export async function listRecordsInStage(db: TeamDb, subject: Subject, stageId: StageId): Promise<RecordsInStage> {
  switch (subject) {
    case "lead": {
      const rows = await db.tx
        .select({ id: leads.id })
        .from(leads)
        .where(db.where(leads, eq(leads.stageId, stageId)));
      return { leadIds: rows.map(({ id }) => id), opportunityIds: [] };
    }
    case "opportunity": {
      const rows = await db.tx
        .select({ id: opportunities.id })
        .from(opportunities)
        .where(db.where(opportunities, eq(opportunities.stageId, stageId)));
      return { leadIds: [], opportunityIds: rows.map(({ id }) => id) };
    }
  }
}

/** Whether anything is kept whose days have been cut in the team's time zone. */
export async function keepsDays(db: TeamDb): Promise<boolean> {
  for (const table of [leads, opportunities, deals] as const) {
    const found = await db.tx.select({ id: table.id }).from(table).where(db.where(table)).limit(1);
    if (found.length > 0) return true;
  }
  return false;
}

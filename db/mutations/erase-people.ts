import { sql } from "drizzle-orm";
import type { TeamDb } from "@/db/scope";
import type { LeadId, OpportunityId } from "@/lib/domain/ids";

/** Empties what is about the people behind these records, wherever it was kept. What to empty stands in the database itself. */
export async function erasePeople(
  db: TeamDb,
  {
    leadIds,
    opportunityIds,
  }: { readonly leadIds: readonly LeadId[]; readonly opportunityIds: readonly OpportunityId[] },
  at: Date,
): Promise<void> {
  await db.tx.execute(
    sql`select erase_people(${db.teamId}::uuid, ${listed(leadIds)}::uuid[], ${listed(opportunityIds)}::uuid[],
      ${at.toISOString()}::timestamptz)`,
  );
}

function listed(ids: readonly string[]): string {
  return `{${ids.join(",")}}`;
}

import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { DealId, Id, ImportBatchId, LeadId, OpportunityId } from "@/lib/domain/ids";
import type { ImportKind, ImportRowOutcome } from "@/lib/domain/import/batch";
import { createdAt, id, moment, reference, teamId } from "./columns";
import { importBatches } from "./imports";
import { deals, leads, opportunities } from "./records";
import { teams } from "./teams";

export const importRows = pgTable(
  "import_rows",
  {
    teamId: teamId().references(() => teams.id),
    id: id<Id<"import-row">>(),
    batchId: uuid("batch_id").$type<ImportBatchId>().notNull(),
    line: integer("line").notNull(),
    kind: text("kind").$type<ImportKind>().notNull(),
    /** SHA-256 of the mapped row: the same row again is skipped. Null once its person has been erased. */
    fingerprint: text("fingerprint"),
    outcome: text("outcome").$type<ImportRowOutcome>().notNull(),
    leadId: reference<LeadId>("lead_id"),
    opportunityId: reference<OpportunityId>("opportunity_id"),
    dealId: reference<DealId>("deal_id"),
    /** Codes with their columns; never the cell's text. */
    errors: jsonb("errors").$type<readonly { readonly column: string; readonly code: string }[]>().notNull(),
    undoneAt: moment("undone_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    unique("import_rows_line_unique").on(t.teamId, t.batchId, t.line),
    uniqueIndex("import_rows_creation_unique")
      .on(t.teamId, t.kind, t.fingerprint)
      .where(sql`${t.outcome} = 'created' and ${t.undoneAt} is null`),
    index("import_rows_seen_index")
      .on(t.teamId, t.kind, t.fingerprint)
      .where(sql`${t.outcome} in ('created', 'updated') and ${t.undoneAt} is null`),
    foreignKey({
      name: "import_rows_batch_fkey",
      columns: [t.teamId, t.batchId],
      foreignColumns: [importBatches.teamId, importBatches.id],
    }),
    foreignKey({
      name: "import_rows_lead_fkey",
      columns: [t.teamId, t.leadId],
      foreignColumns: [leads.teamId, leads.id],
    }),
    foreignKey({
      name: "import_rows_opportunity_fkey",
      columns: [t.teamId, t.opportunityId],
      foreignColumns: [opportunities.teamId, opportunities.id],
    }),
    foreignKey({
      name: "import_rows_deal_fkey",
      columns: [t.teamId, t.dealId],
      foreignColumns: [deals.teamId, deals.id],
    }),
    index("import_rows_lead_index").on(t.teamId, t.leadId),
    index("import_rows_opportunity_index").on(t.teamId, t.opportunityId),
    index("import_rows_deal_index").on(t.teamId, t.dealId),
    check("import_rows_outcome_check", sql`${t.outcome} in ('created', 'updated', 'skipped', 'rejected')`),
  ],
);

import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { ImportBatchId, UserId } from "@/lib/domain/ids";
import type { ImportCounts, ImportKind, ImportMapping, ImportState } from "@/lib/domain/import/batch";
import { createdAt, id, moment, reference, teamId, version } from "./columns";
import { memberships, teams } from "./teams";

export const importBatches = pgTable(
  "import_batches",
  {
    teamId: teamId().references(() => teams.id),
    id: id<ImportBatchId>(),
    kind: text("kind").$type<ImportKind>().notNull(),
    fileName: text("file_name").notNull(),
    /** SHA-256 of the bytes as they came. */
    fileHash: text("file_hash").notNull(),
    encoding: text("encoding").notNull(),
    delimiter: text("delimiter").notNull(),
    mapping: jsonb("mapping").$type<ImportMapping>().notNull(),
    state: text("state").$type<ImportState>().notNull(),
    /** Sample data: removed with one click, never in one rate with the team's own records. */
    sample: boolean("sample").notNull().default(false),
    counts: jsonb("counts").$type<ImportCounts>().notNull(),
    /** The file's rows, and how many of them an import that is running has come through. */
    rowsTotal: integer("rows_total").notNull().default(0),
    rowsDone: integer("rows_done").notNull().default(0),
    createdBy: reference<UserId>("created_by"),
    appliedAt: moment("applied_at"),
    undoneAt: moment("undone_at"),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.id] }),
    foreignKey({
      name: "import_batches_created_by_fkey",
      columns: [t.teamId, t.createdBy],
      foreignColumns: [memberships.teamId, memberships.userId],
    }),
    index("import_batches_created_by_index").on(t.teamId, t.createdBy),
    check("import_batches_kind_check", sql`${t.kind} in ('leads', 'opportunities', 'deals', 'sample')`),
    check("import_batches_state_check", sql`${t.state} in ('uploaded', 'applying', 'applied', 'undone', 'failed')`),
  ],
);

/** The file's text while its batch is being mapped and checked; deleted once it is applied. */
export const importContents = pgTable(
  "import_contents",
  {
    teamId: teamId().references(() => teams.id),
    batchId: uuid("batch_id").$type<ImportBatchId>().notNull(),
    content: text("content").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.teamId, t.batchId] }),
    foreignKey({
      name: "import_contents_batch_fkey",
      columns: [t.teamId, t.batchId],
      foreignColumns: [importBatches.teamId, importBatches.id],
    }),
  ],
);

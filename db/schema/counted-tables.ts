import type { Subject } from "@/lib/domain/pipeline/kinds";
import { leadChanges, leadCounts, opportunityChanges, opportunityCounts } from "./counters";
import { leads, opportunities } from "./records";

/** Of each subject the records, what waits to be counted of them, and what is. */
export const COUNTED_TABLES = {
  lead: { records: leads, changes: leadChanges, counts: leadCounts },
  opportunity: { records: opportunities, changes: opportunityChanges, counts: opportunityCounts },
} as const satisfies Record<Subject, object>;

import { rate } from "@/lib/domain/metrics/rate";
import type { ReportRow } from "@/lib/domain/metrics/report";

const NONE = rate(0, 0);

/** A row in which nothing counts. */
export const noRow: ReportRow = {
  ...{ key: null, name: null, query: null },
  parts: {
    leads: {
      ...{ total: 0, open: 0, notAFit: 0, direct: 0, qualified: 0, qualifiedOpen: 0, qualifiedLost: 0, waiting: 0 },
      ...{ customers: 0, excluded: 0, faulty: 0, undated: 0 },
    },
    opportunities: { total: 0, open: 0, won: 0, lost: 0, withoutLead: 0, faulty: 0, undated: 0 },
    notAFitUnqualified: 0,
  },
  rates: {
    ...{ leadConversionRate: NONE, qualificationRate: NONE, opportunityConversionRate: NONE },
    ...{ step2: NONE, direct: NONE },
  },
};

import type { TeamContext } from "@/lib/auth/team-context";
import { readDealsQuery } from "@/lib/domain/deals/deals-query";
import type { RecordDataset } from "@/lib/routes";
import type { SearchParams } from "@/lib/search-params";
import type { ExportAsked } from "@/lib/use-cases/exports/export-records";
import { askedLeads } from "../../leads/asked-leads";
import { askedOpportunities } from "../../opportunities/asked-opportunities";

/** The records that the list at the same keys shows, on all its pages. */
export async function readExport(ctx: TeamContext, dataset: RecordDataset, params: SearchParams): Promise<ExportAsked> {
  switch (dataset) {
    case "leads": {
      const { query, behind } = await askedLeads(ctx, params);
      return { dataset, query, counted: behind?.condition };
    }
    case "opportunities": {
      const { query, behind } = await askedOpportunities(ctx, params);
      return { dataset, query, counted: behind?.condition };
    }
    case "deals":
      return { dataset, query: readDealsQuery(params) };
    case "transitions":
      return { dataset };
  }
}

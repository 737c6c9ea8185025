import { countDeals, listDeals, sumDeals } from "@/db/queries/deals";
import type { TeamContext } from "@/lib/auth/team-context";
import { readDealsQuery } from "@/lib/domain/deals/deals-query";
import { can } from "@/lib/domain/permissions";
import type { SearchParams } from "@/lib/search-params";

export async function loadDeals({ db, role }: TeamContext, params: SearchParams) {
  const query = readDealsQuery(params);
  return {
    query,
    page: await listDeals(db, query),
    total: await countDeals(db, query),
    sums: await sumDeals(db, query),
    canExport: can(role, "export:records"),
    mayVoid: can(role, "deal:void"),
  };
}

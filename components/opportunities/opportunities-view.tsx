import type { OpportunitiesQuery } from "@/lib/domain/opportunities/opportunities-query";
import type { Page } from "@/lib/domain/keyset";
import type { Query } from "@/lib/routes";
import { Board, type BoardActions, type Column } from "./board";
import { type ListedOpportunity, NoOpportunities, OpportunitiesTable } from "./opportunities-table";

/** The board or the list, or that there is nothing to show. */
export function OpportunitiesView({
  slug,
  query,
  columns,
  list,
  carried,
  counted,
  actions,
  bulk,
}: OpportunitiesViewProps) {
  if (columns?.some(({ total }) => total > 0)) {
    return <Board slug={slug} columns={columns} carried={carried} actions={actions} />;
  }
  if (list === null || list.page.rows.length === 0) {
    return <NoOpportunities slug={slug} query={query} isCounted={counted !== null} />;
  }
  return (
    <OpportunitiesTable slug={slug} query={query} page={list.page} total={list.total} carried={counted} bulk={bulk} />
  );
}

type OpportunitiesViewProps = {
  readonly slug: string;
  readonly query: OpportunitiesQuery;
  /** Of the board; null on the list. */
  readonly columns: readonly Column[] | null;
  readonly list: { readonly page: Page<ListedOpportunity>; readonly total: number } | null;
  readonly carried: Query;
  /** The keys of the report whose number stands behind the list; null for a list of its own. */
  readonly counted: Query | null;
  readonly actions: BoardActions | null;
  /** Of the list; null for whoever may not. */
  readonly bulk: React.ReactNode;
};

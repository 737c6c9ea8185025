import type { CampaignId, ChannelId, StageId, UserId } from "@/lib/domain/ids";
import { all, allIds, only, type Params, parseIdOrNone } from "@/lib/domain/input/address";
import { parseChoice } from "@/lib/domain/input/choice";
import { parseSearch } from "@/lib/domain/input/search";
import { parseSort, type Sort } from "@/lib/domain/input/sort";
import { type Cursor, readCursor, writeCursor } from "@/lib/domain/keyset";
import { OPPORTUNITY_KINDS, type OpportunityKind } from "@/lib/domain/pipeline/kinds";

export const LAYOUTS = ["board", "list"] as const;
export type Layout = (typeof LAYOUTS)[number];

export const OPPORTUNITIES_SORTS = ["opened", "name", "lastEvent"] as const;
export type OpportunitiesSort = Sort<(typeof OPPORTUNITIES_SORTS)[number]>;
export const NEWEST_FIRST: OpportunitiesSort = { column: "opened", descending: true };

/** What a list of opportunities shows: filters, order and place, as they stand in the page's address. */
export interface OpportunitiesQuery {
  readonly layout: Layout;
  readonly search: string | null;
  readonly kinds: readonly OpportunityKind[];
  readonly stageIds: readonly StageId[];
  /** `none`: those without one. */
  readonly channelIds: readonly (ChannelId | "none")[];
  readonly campaignIds: readonly (CampaignId | "none")[];
  readonly ownerIds: readonly (UserId | "none")[];
  /** Those put away; otherwise only those that are not. */
  readonly archived: boolean;
  readonly sort: OpportunitiesSort;
  readonly cursor: Cursor | null;
}

/** Reads an address. What is no value of ours is left out, as if it had not been there. `me` is the reader. */
export function readOpportunitiesQuery(params: Params, me: UserId): OpportunitiesQuery {
  const layout = parseChoice(only(params.layout), LAYOUTS);
  const sort = parseSort(only(params.sort), OPPORTUNITIES_SORTS);
  const order = sort.ok ? sort.value : NEWEST_FIRST;
  const search = parseSearch(only(params.q));
  return {
    layout: layout.ok ? layout.value : "board",
    search: search.ok ? search.value : null,
    kinds: all(params.kind, (input) => parseChoice(input, OPPORTUNITY_KINDS)),
    stageIds: allIds<StageId>(params.stage),
    channelIds: all<ChannelId | "none">(params.channel, parseIdOrNone),
    campaignIds: all<CampaignId | "none">(params.campaign, parseIdOrNone),
    ownerIds: all<UserId | "none">(params.owner, (input) => parseIdOrNone(input === "me" ? me : input)),
    archived: only(params.archived) === "1",
    sort: order,
    cursor: readCursor(only(params.at), order.column === "name" ? "text" : "number"),
  };
}

/** The same as keys of an address, for links; defaults are left out. */
export function writeOpportunitiesQuery(query: OpportunitiesQuery) {
  const { column, descending } = query.sort;
  const isDefault = column === NEWEST_FIRST.column && descending === NEWEST_FIRST.descending;
  return {
    layout: query.layout === "board" ? undefined : query.layout,
    q: query.search ?? undefined,
    kind: query.kinds,
    stage: query.stageIds,
    channel: query.channelIds,
    campaign: query.campaignIds,
    owner: query.ownerIds,
    archived: query.archived ? "1" : undefined,
    sort: isDefault ? undefined : `${descending ? "-" : ""}${column}`,
    at: query.cursor ? writeCursor(query.cursor) : undefined,
  };
}

/** Whether it leaves any opportunity out that a plain list would show. */
export function isNarrowed(query: OpportunitiesQuery): boolean {
  const lists = [query.kinds, query.stageIds, query.channelIds, query.campaignIds, query.ownerIds];
  return query.search !== null || query.archived || lists.some((list) => list.length > 0);
}

import type { CampaignId, ChannelId, Id, StageId, UserId } from "@/lib/domain/ids";
import { asId } from "@/lib/domain/ids";
import { parseChoice } from "@/lib/domain/input/choice";
import { accept, type Parse } from "@/lib/domain/input/parsed";
import type { Parsed } from "@/lib/domain/errors";
import { parseSearch } from "@/lib/domain/input/search";
import { parseSort, type Sort } from "@/lib/domain/input/sort";
import { parseUuid } from "@/lib/domain/input/uuid";
import { type Cursor, readCursor, writeCursor } from "@/lib/domain/keyset";
import { LEAD_KINDS, type LeadKind } from "@/lib/domain/pipeline/kinds";

export const LEADS_SORTS = ["cameIn", "name", "lastEvent"] as const;
export type LeadsSort = Sort<(typeof LEADS_SORTS)[number]>;
export const NEWEST_FIRST: LeadsSort = { column: "cameIn", descending: true };

/** What a list of leads shows: filters, order and place, as they stand in the page's address. */
export interface LeadsQuery {
  readonly search: string | null;
  readonly kinds: readonly LeadKind[];
  readonly stageIds: readonly StageId[];
  /** `none`: those without one. */
  readonly channelIds: readonly (ChannelId | "none")[];
  readonly campaignIds: readonly (CampaignId | "none")[];
  readonly ownerIds: readonly (UserId | "none")[];
  /** Those put away; otherwise only those that are not. */
  readonly archived: boolean;
  readonly sort: LeadsSort;
  readonly cursor: Cursor | null;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads an address. What is no value of ours is left out, as if it had not been there. `me` is the reader. */
export function readLeadsQuery(params: Params, me: UserId): LeadsQuery {
  const sort = parseSort(only(params.sort), LEADS_SORTS);
  const order = sort.ok ? sort.value : NEWEST_FIRST;
  const search = parseSearch(only(params.q));
  return {
    search: search.ok ? search.value : null,
    kinds: all(params.kind, (input) => parseChoice(input, LEAD_KINDS)),
    stageIds: ids<StageId>(params.stage),
    channelIds: all<ChannelId | "none">(params.channel, orNone),
    campaignIds: all<CampaignId | "none">(params.campaign, orNone),
    ownerIds: all<UserId | "none">(params.owner, (input) => orNone(input === "me" ? me : input)),
    archived: only(params.archived) === "1",
    sort: order,
    cursor: readCursor(only(params.at), order.column === "name" ? "text" : "number"),
  };
}

/** The same as keys of an address, for links; defaults are left out. */
export function writeLeadsQuery(query: LeadsQuery) {
  const { column, descending } = query.sort;
  const isDefault = column === NEWEST_FIRST.column && descending === NEWEST_FIRST.descending;
  return {
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

/** Whether it leaves any lead out that a plain list would show. */
export function isNarrowed(query: LeadsQuery): boolean {
  const lists = [query.kinds, query.stageIds, query.channelIds, query.campaignIds, query.ownerIds];
  return query.search !== null || query.archived || lists.some((list) => list.length > 0);
}

function only(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "object" ? value[0] : value;
}

const VALUES_MAX = 50;

function all<T>(value: string | readonly string[] | undefined, parse: Parse<T>): readonly T[] {
  const typed = value === undefined ? [] : [value].flat();
  return typed.slice(0, VALUES_MAX).flatMap((one) => {
    const parsed = parse(one);
    return parsed.ok ? [parsed.value] : [];
  });
}

function ids<T extends Id<string>>(value: string | readonly string[] | undefined): readonly T[] {
  return all<T>(value, idOf);
}

function idOf<T extends Id<string>>(input: unknown): Parsed<T> {
  const uuid = parseUuid(input);
  return uuid.ok ? accept(asId<T>(uuid.value)) : uuid;
}

function orNone<T extends Id<string>>(input: unknown): Parsed<T | "none"> {
  return input === "none" ? accept<T | "none">("none") : idOf<T>(input);
}

import { all, only, type Params } from "@/lib/domain/input/address";
import { parseChoice } from "@/lib/domain/input/choice";
import { type Cursor, readCursor, writeCursor } from "@/lib/domain/keyset";
import { DEAL_KINDS, type DealKind } from "./deal";

export const DEAL_STATES = ["live", "voided", "all"] as const;
export type DealState = (typeof DEAL_STATES)[number];

/** Which deals a list shows, as it stands in the page's address; the last signed come first. */
export interface DealsQuery {
  readonly kinds: readonly DealKind[];
  readonly state: DealState;
  readonly cursor: Cursor | null;
}

/** Reads an address. What is no value of ours is left out, as if it had not been there. */
export function readDealsQuery(params: Params): DealsQuery {
  const state = parseChoice(only(params.state), DEAL_STATES);
  return {
    kinds: all(params.kind, (input) => parseChoice(input, DEAL_KINDS)),
    state: state.ok ? state.value : "live",
    cursor: readCursor(only(params.at), "text"),
  };
}

/** The same as keys of an address, for links; defaults are left out. */
export function writeDealsQuery({ kinds, state, cursor }: DealsQuery) {
  return {
    kind: kinds,
    state: state === "live" ? undefined : state,
    at: cursor ? writeCursor(cursor) : undefined,
  };
}

export function isNarrowed({ kinds, state }: DealsQuery): boolean {
  return kinds.length > 0 || state !== "live";
}

import { asId, type Id } from "@/lib/domain/ids";
import { accept, type Parse, refuse } from "@/lib/domain/input/parsed";
import { parseUuid } from "@/lib/domain/input/uuid";
import { TEXT, whenGiven } from "./fields";

const LIMIT_MAX = 200;
const LIMIT = 50;

/** How a list is paged: `next` of an answer is the `cursor` of the next question. What a cursor holds is ours alone. */
export const LIMIT_FIELD = whenGiven(parseLimit, { type: "integer", description: `1 to ${LIMIT_MAX}.` });

export function idCursorField<T extends Id<string>>() {
  return whenGiven(
    cursorOf<T>((text) => {
      const uuid = parseUuid(text);
      return uuid.ok ? accept(asId<T>(uuid.value)) : uuid;
    }),
    TEXT,
  );
}

export const SEQ_CURSOR = whenGiven(
  cursorOf((text) =>
    typeof text === "string" && /^[0-9]{1,15}$/.test(text) ? accept(Number(text)) : refuse("choice"),
  ),
  TEXT,
);

export function sliceOf<P>({ limit, cursor }: { readonly limit: number | undefined; readonly cursor: P | undefined }) {
  return { limit: limit ?? LIMIT, after: cursor ?? null };
}

/** Cuts what was read, one row more than is shown. */
export function pageOf<Row>(read: readonly Row[], limit: number, placeOf: (row: Row) => string | number) {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && read.length > limit ? writeCursor(placeOf(last)) : null };
}

function writeCursor(place: string | number): string {
  return Buffer.from(String(place)).toString("base64url");
}

function cursorOf<P>(parse: Parse<P>): Parse<P> {
  return (input) => {
    if (typeof input !== "string" || !/^[A-Za-z0-9_-]{1,100}$/.test(input)) return refuse("choice");
    const parsed = parse(Buffer.from(input, "base64url").toString("utf8"));
    return parsed.ok ? parsed : refuse("choice");
  };
}

function parseLimit(input: unknown) {
  const limit = typeof input === "string" && /^[1-9][0-9]{0,2}$/.test(input) ? Number(input) : 0;
  return limit >= 1 && limit <= LIMIT_MAX ? accept(limit) : refuse("count");
}

import { createHash } from "node:crypto";
import { findCopy } from "@/db/queries/shared-link";
import type { ShareContext } from "@/lib/auth/open-share";
import type { CopyPlace } from "@/lib/domain/sharing/link";
import type { SearchParams } from "@/lib/search-params";
import { readCopy } from "@/lib/use-cases/sharing/shared-report-schema";

/** What a visitor asks of a link, and what it holds there; null when the link publishes no such thing. */
export async function loadShared({ link, team, db }: ShareContext, asked: SearchParams) {
  const place = placeOf(asked);
  if (place === null || place.range >= link.scope.ranges.length) return null;
  const content = await findCopy(db, link.id, place);
  if (content === null) return null;
  const { name, mode, createdAt, expiresAt, shows, scope } = link;
  return {
    place,
    name,
    mode,
    createdAt,
    expiresAt,
    team: team.name,
    hasCsv: shows.csv,
    ranges: scope.ranges,
    shared: readCopy(content),
    digest: mode === "frozen" ? createHash("sha256").update(content).digest("hex") : null,
  };
}

export type LoadedShare = NonNullable<Awaited<ReturnType<typeof loadShared>>>;

const KEYS = ["range", "channel"] as const;

/** Only these keys, each once, each the number of something that is listed: a link does not guess what was meant. */
function placeOf(asked: SearchParams): CopyPlace | null {
  if (Object.keys(asked).some((key) => !KEYS.some((known) => known === key))) return null;
  const [range, channel] = KEYS.map((key) => numberOf(asked[key]));
  return range === null || range === undefined || channel === null || channel === undefined ? null : { range, channel };
}

function numberOf(value: SearchParams[string]): number | null {
  if (value === undefined) return 0;
  return typeof value === "string" && /^(0|[1-9]\d{0,2})$/.test(value) ? Number(value) : null;
}

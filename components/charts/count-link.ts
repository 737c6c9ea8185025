import type { Counted } from "@/lib/domain/metrics/counted";
import type { Format } from "@/lib/i18n/format";

/** How a count is shown: as a link to exactly its records where there are some to open, else plainly. */
export type CountLink = (counted: Counted, count: number) => React.ReactNode;

export function plainCounts(format: Format): CountLink {
  return (_, count) => format.count(count);
}

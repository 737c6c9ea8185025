import type { ReportRow } from "@/lib/domain/metrics/report";
import { pointsIn, trendOf } from "@/lib/domain/metrics/trend-points";
import type { ShareTrend } from "./share-material";

/**
 * The months of each channel, all in one unit: quarters as soon as any month of any channel is small, as the channel's own
 * report would have them.
 */
export function narrowedTrends<Key>(
  whole: ShareTrend["unit"],
  monthsOf: ReadonlyMap<Key, readonly ReportRow[]>,
): ReadonlyMap<Key, ShareTrend> {
  const isByMonth = whole === "month" && [...monthsOf.values()].every((months) => trendOf(months).unit === "month");
  const unit = isByMonth ? "month" : "quarter";
  return new Map(
    [...monthsOf].map(([key, months]) => {
      const undated = months.filter((month) => month.key === null);
      return [key, { unit, rows: [...pointsIn(months, unit), ...undated] }];
    }),
  );
}

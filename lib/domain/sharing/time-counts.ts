import { groupBy } from "@/lib/domain/group-by";
import { bucketOf } from "@/lib/domain/period";
import { sum } from "@/lib/domain/stats/sum";
import type { CountBook } from "./count-book";
import { printRates } from "./print-rates";
import { countsOf } from "./rate-cells";
import { scopeOf, WHOLE } from "./scope-of";
import type { ShareMaterial, TimeRow } from "./share-material";

/** The months or quarters of the whole and of each channel: they add up along the time, and across the channels. */
export function printTimes(book: CountBook, material: ShareMaterial): void {
  const { report, trend, ofChannel } = material;
  const rows = trend?.rows ?? [];
  for (const { key, rates } of rows) printRates(book, scopeOf.time(key), rates, report.query);
  book.split(
    rows.map(({ key }) => scopeOf.time(key)),
    WHOLE,
  );
  const keys = new Set<string | null>();
  for (const [channel, own] of ofChannel) {
    for (const { key, rates } of own.trend?.rows ?? []) {
      keys.add(key);
      printRates(book, scopeOf.channelTime(channel, key), rates, report.query);
    }
    book.split(
      (own.trend?.rows ?? []).map(({ key }) => scopeOf.channelTime(channel, key)),
      scopeOf.channel(channel),
    );
  }
  if (trend?.unit === "month") implyQuarters(book, material, keys);
  for (const key of keys) {
    const [row] = rows;
    const names = row === undefined ? [] : countsOf(row.rates, report.query).keys();
    book.split(
      [...ofChannel.keys()].map((channel) => scopeOf.channelTime(channel, key)),
      scopeOf.time(key),
      names,
    );
  }
}

/** Where the whole is told by months and its channels by quarters, a reader adds the months up. */
function implyQuarters(book: CountBook, { report, trend }: ShareMaterial, keys: ReadonlySet<string | null>): void {
  const dated = (trend?.rows ?? []).flatMap(({ key, rates }) => (key === null ? [] : [{ key, rates }]));
  for (const [quarter, months] of groupBy(dated, ({ key }) => bucketOf(`${key}-01`, "quarter"))) {
    if (!keys.has(quarter)) continue;
    const counts = months.map(({ rates }: Pick<TimeRow, "rates">) => countsOf(rates, report.query));
    const names = [...(counts[0]?.keys() ?? [])];
    for (const name of names) {
      book.imply(scopeOf.time(quarter), name, sum(counts.map((each) => each.get(name) ?? 0)));
    }
    book.split(
      months.map(({ key }) => scopeOf.time(key)),
      scopeOf.time(quarter),
      names,
    );
  }
}

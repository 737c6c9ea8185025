import type { CountBook } from "./count-book";
import { countsOf, PRINTED_RATES, type PrintedRates, rateCells } from "./rate-cells";

type Question = Parameters<typeof rateCells>[0];

/** The two counts of each rate; what a rate leaves of its whole is printed nowhere, and known. */
export function printRates(book: CountBook, scope: string, rates: PrintedRates, query: Question): void {
  book.print(scope, countsOf(rates, query));
  for (const name of PRINTED_RATES) {
    if ((rates[name] ?? null) === null) continue;
    const { hits, trials } = rateCells(query, name);
    book.within(scope, hits, trials);
  }
}

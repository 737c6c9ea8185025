import type { ReportRow } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { restRow } from "@/lib/domain/metrics/rest-row";
import { CountBook } from "./count-book";
import { printRates } from "./print-rates";
import { countsOf } from "./rate-cells";
import { scopeOf, WHOLE } from "./scope-of";
import type { ShareMaterial } from "./share-material";
import { printStages } from "./stage-counts";
import { printTimes } from "./time-counts";

/** Every count that the copies of one range print, with every sum that a reader could make of them. */
export function countsOfReport(material: ShareMaterial): CountBook {
  const { report, owners } = material;
  const { query, total, channels } = report;
  const book = new CountBook();
  printTotal(book, WHOLE, total, query, material.losses !== null);
  printStages(book, WHOLE, material);
  for (const row of channels) {
    const scope = scopeOf.channel(row.key);
    const own = material.ofChannel.get(row.key);
    if (material.mayNarrow) printTotal(book, scope, row, query, (own?.losses ?? null) !== null);
    else printRow(book, scope, row, query);
    if (own !== undefined) printStages(book, scope, own);
  }
  book.split(
    channels.map(({ key }) => scopeOf.channel(key)),
    WHOLE,
  );
  printCampaigns(book, material);
  printTimes(book, material);
  for (const row of owners ?? []) printRow(book, scopeOf.owner(row.key), row, query);
  book.split(
    (owners ?? []).map(({ key }) => scopeOf.owner(key)),
    WHOLE,
  );
  return book;
}

/** The rates of a row, and what they say of one another without printing it. */
function printRow(book: CountBook, scope: string, { parts, rates }: ReportRow, query: ReportQuery): void {
  printRates(book, scope, rates, query);
  if (query.basis === "decision") return;
  book.imply(scope, "direct", parts.leads.direct);
  book.imply(scope, "customers", parts.leads.customers);
  book.add(scope, ["sold", "direct"], "customers");
  if (query.leadConvertsAt === "opportunity") book.add(scope, ["qualified", "direct"], "moved");
}

/** A row with the strip under it. */
function printTotal(book: CountBook, scope: string, row: ReportRow, query: ReportQuery, hasLosses: boolean): void {
  const { leads, opportunities } = row.parts;
  const { leadConversionRate: lead, opportunityConversionRate: opportunity } = row.rates;
  if (hasLosses) book.print(scope, new Map([["lost", opportunities.lost], ["not a fit", leads.notAFit]])); // prettier-ignore
  book.imply(scope, "lost", opportunities.lost);
  if (query.basis === "decision") {
    printRates(book, scope, row.rates, query);
    book.add(scope, ["won", "lost"], "opportunities closed");
    book.imply(scope, "not a fit", leads.notAFit);
    if (query.leadConvertsAt === "customer") book.add(scope, ["customers", "not a fit"], "leads decided");
    return;
  }
  const { direct, customers, notAFit, waiting } = leads;
  const [open, qualifiedOpen, qualifiedLost] = [leads.open ?? 0, leads.qualifiedOpen ?? 0, leads.qualifiedLost ?? 0];
  book.print(
    scope,
    new Map(
      Object.entries({
        direct,
        customers,
        open,
        "not a fit": notAFit,
        "qualified open": qualifiedOpen,
        "qualified lost": qualifiedLost,
        "opportunities open": opportunity.open,
      }),
    ),
  );
  printRow(book, scope, row, query);
  book.add(scope, ["qualified", "open", "not a fit", "direct"], "leads");
  book.add(scope, ["sold", "qualified open", "qualified lost"], "qualified");
  book.add(scope, ["won", "opportunities open", "lost"], "opportunities");
  if (query.leadConvertsAt === "opportunity") return;
  book.print(scope, new Map([["undecided", lead.open]]));
  book.imply(scope, "waiting", waiting);
  book.add(scope, ["open", "qualified open", "waiting"], "undecided");
}

/** A campaign belongs to one channel: with those that have none, its channel's campaigns are the channel. */
function printCampaigns(book: CountBook, material: ShareMaterial): void {
  const { report, channelOf, mayNarrow } = material;
  const { campaigns, channels, query } = report;
  if (campaigns.length === 0) return;
  // Where no row is printed for those without one, a reader knows that there are none.
  book.print(scopeOf.campaign(null), new Map([...countsOf(report.total.rates, query).keys()].map((name) => [name, 0])));
  for (const row of campaigns) printRow(book, scopeOf.campaign(row.key), row, query);
  book.split([...new Set([...campaigns.map(({ key }) => scopeOf.campaign(key)), scopeOf.campaign(null)])], WHOLE);
  for (const row of channels) {
    const own = campaigns.filter(({ key }) => key !== null && channelOf.get(key) === row.key);
    const rest = own.reduce((left, campaign) => restRow(left, campaign, query), row);
    const scope = scopeOf.noCampaign(row.key);
    if (mayNarrow) printRow(book, scope, rest, query);
    else for (const [name, count] of countsOf(rest.rates, query)) book.imply(scope, name, count);
    book.split([...own.map(({ key }) => scopeOf.campaign(key)), scope], scopeOf.channel(row.key));
  }
  book.split(
    channels.map(({ key }) => scopeOf.noCampaign(key)),
    scopeOf.campaign(null),
  );
}

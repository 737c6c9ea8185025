import type { ReportRow } from "@/lib/domain/metrics/report";
import { restRow } from "@/lib/domain/metrics/rest-row";
import { cellOf } from "./count-book";
import { countsOfReport } from "./report-counts";
import { PRINTED_RATES, type PrintedRates, rateCells } from "./rate-cells";
import { shareFindings } from "./share-findings";
import { scopeOf, WHOLE } from "./scope-of";
import type { ChannelMaterial, ShareMaterial, ShareTrend } from "./share-material";
import { byName } from "./by-name";
import { shareMoney } from "./share-money";
import { shareStages } from "./share-stages";
import type { Shown, SharedRate, SharedReport, SharedRow, SharedTotal } from "./shared-report";
import { hiddenCells } from "./suppress";

/** Whether a count may be printed, and how. */
export interface Curtain {
  readonly isHidden: (scope: string, name: string) => boolean;
  readonly show: (scope: string, name: string, count: number) => Shown;
}

/** The copies of one range: of everything that the link is of, then of each that a visitor may narrow it to. */
export function shareReports(material: ShareMaterial): readonly SharedReport[] {
  const hidden = material.hidesSmall ? hiddenCells(countsOfReport(material)) : new Set<string>();
  const isHidden: Curtain["isHidden"] = (scope, name) => hidden.has(cellOf(scope, name));
  const curtain: Curtain = { isHidden, show: (scope, name, count) => (isHidden(scope, name) ? "hidden" : count) };
  return [
    shareWhole(material, curtain),
    ...material.narrowing.map(({ key }, index) => shareChannel(material, curtain, key, index + 1)),
  ].map((report) => ({ ...report, isHiding: JSON.stringify(report).includes('"hidden"') }));
}

type Question = Parameters<typeof rateCells>[0];

function shareWhole(material: ShareMaterial, curtain: Curtain): SharedReport {
  const { report, owners, trend, reach, losses, times, blocks, filters } = material;
  const { query } = report;
  const rows = (all: readonly ReportRow[], scope: (key: string | null) => string) =>
    inOrder(all.map((row) => ({ name: row.name, rates: shareRates(row.rates, scope(row.key), query, curtain) })));
  return {
    ...head(material),
    narrowedTo: 0,
    blocks,
    filters,
    total: shareTotal(report.total, WHOLE, query, curtain),
    findings: shareFindings(material, curtain),
    channels: rows(report.channels, scopeOf.channel),
    campaigns: rows(report.campaigns, scopeOf.campaign),
    owners: owners === null ? null : rows(owners, scopeOf.owner),
    trend: trend === null ? null : shareTrend(trend, scopeOf.time, query, curtain),
    ...shareStages({ reach, losses, times }, losses, WHOLE, curtain),
    money: shareMoney(material, curtain),
  };
}

/** One channel alone: all that the whole has but the names of those responsible, and of money only its own row. */
function shareChannel(
  material: ShareMaterial,
  curtain: Curtain,
  channel: string | null,
  narrowedTo: number,
): SharedReport {
  const { report, filters, channelOf, narrowing, blocks, ofChannel, losses } = material;
  const { query, campaigns } = report;
  const nothing = restRow(report.total, report.total, query);
  const row = report.channels.find(({ key }) => key === channel) ?? nothing;
  const name = narrowing[narrowedTo - 1]?.name ?? null;
  const scope = scopeOf.channel(channel);
  const own = campaigns.filter(({ key }) => key !== null && channelOf.get(key) === channel);
  const rest = own.reduce((left, campaign) => restRow(left, campaign, query), row);
  const rates = (of: PrintedRates, at: string) => shareRates(of, at, query, curtain);
  const { trend, ...stages } = ofChannel.get(channel) ?? NOTHING;
  const timeScope = (key: string | null) => scopeOf.channelTime(channel, key);
  const money = shareMoney(material, curtain);
  return {
    ...head(material),
    narrowedTo,
    blocks,
    filters: { ...filters, channels: [name] },
    total: shareTotal(row, scope, query, curtain),
    findings: row === nothing ? [] : shareFindings(material, curtain).filter((each) => each.channel === name),
    owners: null,
    trend: trend === null ? null : shareTrend(trend, timeScope, query, curtain),
    ...shareStages(stages, losses, scope, curtain),
    money: money === null ? null : { won: [], rows: money.rows.filter((each) => !each.isTotal && each.name === name) },
    channels: [{ name, rates: rates(row.rates, scope) }],
    campaigns:
      own.length === 0
        ? []
        : inOrder([
            ...own.map((each) => ({ name: each.name, rates: rates(each.rates, scopeOf.campaign(each.key)) })),
            { name: null, rates: rates(rest.rates, scopeOf.noCampaign(channel)) },
          ]),
  };
}

const NOTHING: ChannelMaterial = { trend: null, reach: null, losses: null, times: null };

function head({ mode, hidesSmall, report, narrowing }: ShareMaterial) {
  const { query, timeZone, asOf } = report;
  return {
    format: 1 as const,
    mode,
    hidesSmall,
    isHiding: false,
    timeZone,
    asOf: asOf.toISOString(),
    basis: query.basis,
    leadConvertsAt: query.leadConvertsAt,
    periodKey: query.periodChoice.key,
    period: query.period,
    isSample: report.sampleUse === "shown",
    narrowing: narrowing.map(({ name }) => name),
  } as const;
}

function shareTotal(row: ReportRow, scope: string, query: Question, curtain: Curtain): SharedTotal {
  const { leads } = row.parts;
  const rates = shareRates(row.rates, scope, query, curtain);
  if (query.basis === "decision") return { rates, open: null, strip: null };
  const show = (name: string, count: number | null) => curtain.show(scope, name, count ?? 0);
  const isAtCustomer = query.leadConvertsAt === "customer";
  return {
    rates,
    open: {
      leadConversionRate: show(isAtCustomer ? "undecided" : "open", row.rates.leadConversionRate.open),
      opportunityConversionRate: show("opportunities open", row.rates.opportunityConversionRate.open),
    },
    strip: {
      leads: show("leads", leads.total),
      qualified: show("qualified", leads.qualified),
      open: show("open", leads.open),
      notAFit: show("not a fit", leads.notAFit),
      direct: show("direct", leads.direct),
      sold: show("sold", leads.customers - leads.direct),
      qualifiedOpen: show("qualified open", leads.qualifiedOpen),
      qualifiedLost: show("qualified lost", leads.qualifiedLost),
      customers: show("customers", leads.customers),
    },
  };
}

function shareRates(rates: PrintedRates, scope: string, query: Question, curtain: Curtain): SharedRow["rates"] {
  const [leadConversionRate, qualificationRate, opportunityConversionRate, step2] = PRINTED_RATES.map((name) => {
    const rate = rates[name] ?? null;
    if (rate === null) return null;
    const cells = rateCells(query, name);
    const hits = curtain.show(scope, cells.hits, rate.hits);
    const trials = curtain.show(scope, cells.trials, rate.trials);
    const { value, low, high, preliminary } = rate;
    return hits === "hidden" || trials === "hidden"
      ? ({ hits, trials, value: "hidden", low: "hidden", high: "hidden", preliminary: false } as const)
      : { hits, trials, value, low, high, preliminary };
  });
  if (!leadConversionRate || !qualificationRate || !opportunityConversionRate)
    throw new Error("a row without its rates");
  return { leadConversionRate, qualificationRate, opportunityConversionRate, step2: step2 ?? null };
}

/** As the report has them; by name as soon as anything is hidden, for the order would tell its size. The unattributed last. */
function inOrder(rows: readonly SharedRow[]): readonly SharedRow[] {
  const isHiding = rows.some(({ rates }) =>
    Object.values(rates).some((rate: SharedRate | null) => rate?.value === "hidden"),
  );
  return isHiding ? rows.toSorted(byName) : rows;
}

function shareTrend(
  { unit, rows }: ShareTrend,
  scope: (key: string | null) => string,
  query: Question,
  curtain: Curtain,
): SharedReport["trend"] {
  return {
    unit,
    rows: rows.map(({ key, rates }) => ({ name: key, rates: shareRates(rates, scope(key), query, curtain) })),
  };
}

import type { Held } from "@/lib/domain/diagnosis/report-findings";
import { definitionsOf } from "@/lib/domain/metrics/definitions";
import type { LeadParts, Parts } from "@/lib/domain/metrics/parts";
import { rate, type Rate } from "@/lib/domain/metrics/rate";
import type { Report, ReportRow } from "@/lib/domain/metrics/report";
import type { Shown, SharedRate, SharedReport, SharedRow, SharedStrip } from "@/lib/domain/sharing/shared-report";

// A shared report is drawn by the report's own figures: here it is given the shape that they take.

/** Stands where a rate is not shown: too few to draw, and its number is never read. */
const NOT_SHOWN: Rate = {
  hits: 0,
  trials: 0,
  open: 0,
  value: null,
  low: null,
  high: null,
  evidence: "few",
  preliminary: false,
};

/** What a copy is held against stands in its sentences alone. */
export const HELD_AGAINST_NOTHING: Held = { targetOf: () => null, before: null };

export function isShown(rate: SharedRate | null): boolean {
  return rate === null || rate.value !== "hidden";
}

export function areShown(rows: readonly SharedRow[]): boolean {
  return rows.every(({ rates }) => Object.values(rates).every((each: SharedRate | null) => isShown(each)));
}

export function asRate({ hits, trials, preliminary }: SharedRate, open: Shown = 0): Rate {
  if (hits === "hidden" || trials === "hidden") return NOT_SHOWN;
  return rate(hits, trials, open === "hidden" ? 0 : open, { preliminary });
}

export function asRow({ name, rates }: SharedRow, open: SharedReport["total"]["open"] = null): ReportRow {
  return {
    key: name,
    name,
    query: null,
    parts: NO_PARTS,
    rates: {
      leadConversionRate: asRate(rates.leadConversionRate, open?.leadConversionRate),
      qualificationRate: asRate(rates.qualificationRate),
      opportunityConversionRate: asRate(rates.opportunityConversionRate, open?.opportunityConversionRate),
      step2: rates.step2 === null ? null : asRate(rates.step2),
      direct: null,
    },
  };
}

/** The parts of the strip; `null` as soon as one of them is not shown, for then none of it can be drawn. */
export function asParts(strip: SharedStrip | null): LeadParts | null {
  if (strip === null) return null;
  const shown = new Map<string, number>();
  for (const [name, count] of Object.entries(strip) as [keyof SharedStrip, Shown][]) {
    if (count === "hidden") return null;
    shown.set(name, count);
  }
  const at = (name: keyof SharedStrip) => shown.get(name) ?? 0;
  return {
    ...NO_PARTS.leads,
    total: at("leads"),
    open: at("open"),
    notAFit: at("notAFit"),
    direct: at("direct"),
    qualified: at("qualified"),
    qualifiedOpen: at("qualifiedOpen"),
    qualifiedLost: at("qualifiedLost"),
    customers: at("customers"),
  };
}

/** For the figures that ask for a whole report: what it is of, and its rates. */
export function asReport(shared: SharedReport): Report {
  const { basis, leadConvertsAt, period, timeZone, asOf, total, channels } = shared;
  const query = {
    basis,
    leadConvertsAt,
    period,
    channels: [],
    campaigns: [],
    owners: [],
    periodChoice: period === null ? { key: "all" as const } : { key: "custom" as const, period },
  };
  const row = asRow({ name: null, rates: total.rates }, total.open);
  const direct = total.strip?.direct;
  const leads = total.rates.qualificationRate.trials;
  const isDirectShown = direct !== undefined && direct !== "hidden" && leads !== "hidden";
  return {
    query,
    timeZone,
    asOf: new Date(asOf),
    seq: null,
    sampleUse: "none",
    hasRecords: true,
    definitions: definitionsOf(query),
    total: { ...row, query, rates: { ...row.rates, direct: isDirectShown ? rate(direct, leads) : null } },
    channels: channels.map((each) => asRow(each)),
    campaigns: [],
    months: [],
    choices: { channels: [], campaigns: [], owners: [] },
  };
}

const NO_PARTS: Parts = {
  leads: {
    total: 0,
    open: 0,
    notAFit: 0,
    direct: 0,
    qualified: 0,
    qualifiedOpen: 0,
    qualifiedLost: 0,
    waiting: 0,
    customers: 0,
    excluded: 0,
    faulty: 0,
    undated: 0,
  },
  opportunities: { total: 0, open: 0, won: 0, lost: 0, withoutLead: 0, faulty: 0, undated: 0 },
  notAFitUnqualified: 0,
};

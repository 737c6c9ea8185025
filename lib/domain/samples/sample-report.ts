import type { Held } from "@/lib/domain/diagnosis/report-findings";
import { groupBy } from "@/lib/domain/group-by";
import type { Step } from "@/lib/domain/metrics/channel-cells";
import { definitionsOf } from "@/lib/domain/metrics/definitions";
import type { Report, ReportRow } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { localDate, resolvePeriod } from "@/lib/domain/period";
import type { Names, Scenario } from "@/lib/domain/pipeline/presets/preset";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { sampleCounter } from "./count-sample";
import { lossesOf, type Losses } from "./count-losses";
import { type SampleLead, sampleLeads } from "./sample-leads";
import { STORIES } from "./story";

/** A scenario's report without a database: the sample leads of the last twelve months, counted in memory. */
export interface SampleReport {
  readonly report: Report;
  readonly losses: Losses | null;
  /** What the sample team aims at, 0–1. */
  readonly targets: Readonly<Partial<Record<Step, number>>>;
}

/** `name` picks the language of the preset's words. Nothing in it links to records: there are none to open. */
export function sampleReport(scenario: Scenario, now: Date, name: (names: Names) => string): SampleReport {
  const timeZone = "Europe/Oslo";
  const today = localDate(timeZone, now);
  const query: ReportQuery = { ...QUESTION, period: resolvePeriod(QUESTION.periodChoice, today) };
  const leads = sampleLeads(STORIES[scenario], today).filter(({ cameInOn }) => cameInOn >= (query.period?.from ?? ""));
  const count = sampleCounter(leads, today);
  const row = (key: string | null, label: string | null, of: readonly SampleLead[]): ReportRow => ({
    ...{ key, name: label, query: null },
    ...count(of),
  });
  const preset = PRESETS[scenario];
  const channels = [...groupBy(leads, ({ channel }) => channel)].map(([channel, of]) => {
    const names = channel === null ? undefined : preset.channels[channel];
    return row(channel === null ? null : `${channel}`, names ? name(names) : null, of);
  });
  return {
    report: {
      ...{
        query,
        timeZone,
        asOf: now,
        seq: null,
        definitions: definitionsOf(query),
        sampleUse: "none",
        hasRecords: true,
      },
      total: row(null, null, leads),
      channels: channels.toSorted((a, b) => placeOf(b) - placeOf(a)),
      campaigns: [],
      months: monthsOf(leads, row),
      choices: { channels: [], campaigns: [], owners: [] },
    },
    losses: lossesOf(leads, preset, name),
    targets: TARGETS[scenario],
  };
}

/** A sample team is held against its targets, and its channels against each other: it has no year before. */
export function sampleHeld(targets: SampleReport["targets"]): Held {
  return {
    targetOf: (channel, step) => (channel === null ? (targets[step] ?? null) : null),
    previous: null,
    previousOf: () => null,
  };
}

const QUESTION: Omit<ReportQuery, "period"> = {
  ...{ periodChoice: { key: "12m" }, basis: "start", leadConvertsAt: "customer" },
  ...{ channels: [], campaigns: [], owners: [] },
} as const;

/** The consultancy's weakness is its own selling, the same in every channel, so only a target shows it. */
const TARGETS: Readonly<Record<Scenario, SampleReport["targets"]>> = {
  startup: {},
  consultancy: { step1: 0.5, step2: 0.35 },
  agency: {},
  other: {},
};

/** By size, those without a channel last. */
function placeOf({ key, parts }: ReportRow): number {
  return key === null ? -1 : (parts.leads.total ?? 0);
}

/** Each rate by the month in which its own records began: leads came in, opportunities were opened. */
function monthsOf(
  leads: readonly SampleLead[],
  row: (key: string, label: string, of: readonly SampleLead[]) => ReportRow,
): readonly ReportRow[] {
  const cameIn = groupBy(leads, (lead) => lead.cameInOn.slice(0, 7));
  const opened = groupBy(leads, ({ steps }) => steps.find(({ kind }) => kind === "opened")?.on.slice(0, 7));
  return [...cameIn.keys()].toSorted().map((month) => {
    const ofLeads = row(month, month, cameIn.get(month) ?? []);
    const ofOpportunities = row(month, month, opened.get(month) ?? []);
    const { opportunityConversionRate } = ofOpportunities.rates;
    return {
      ...ofLeads,
      parts: { ...ofLeads.parts, opportunities: ofOpportunities.parts.opportunities },
      rates: { ...ofLeads.rates, opportunityConversionRate },
    };
  });
}

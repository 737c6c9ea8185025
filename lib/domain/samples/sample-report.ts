import type { Held } from "@/lib/domain/diagnosis/report-findings";
import { groupBy } from "@/lib/domain/group-by";
import { loaded, type LoadedBlocks } from "@/lib/domain/metrics/block-data";
import { definitionsOf } from "@/lib/domain/metrics/definitions";
import type { Report, ReportRow } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { localDate, resolvePeriod } from "@/lib/domain/period";
import type { Names, Scenario } from "@/lib/domain/pipeline/presets/preset";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { sampleCounter } from "./count-sample";
import { type SampleBlocks, sampleBlocks } from "./sample-blocks";
import { type SampleLead, sampleLeads } from "./sample-leads";
import { type SampleTargets, STORIES, type Story } from "./story";

/** A scenario's report without a database: the sample leads of the last twelve months, counted in memory. */
export interface SampleReport {
  readonly report: Report;
  readonly figures: SampleBlocks;
  readonly targets: SampleTargets;
}

/** `name` picks the language of the preset's words, `of` one channel. Nothing in it links to records: there are none to open. */
export function sampleReport(
  scenario: Scenario,
  now: Date,
  name: (names: Names) => string,
  of?: string | null,
): SampleReport {
  const timeZone = "Europe/Oslo";
  const today = localDate(timeZone, now);
  const query: ReportQuery = { ...QUESTION, period: resolvePeriod(QUESTION.periodChoice, today) };
  const story = STORIES[scenario];
  const leads = sampleLeads(story, today).filter((lead) => of === undefined || keyOf(lead) === of);
  const count = sampleCounter(leads, today);
  const row: RowOf = (key, label, own) => ({ key, name: label, query: null, ...count(own) });
  const preset = PRESETS[scenario];
  const channels = [...groupBy(leads, ({ channel }) => channel)].map(([channel, own]) => {
    const names = channel === null ? undefined : preset.channels[channel];
    return row(keyOf({ channel }), names ? name(names) : null, own);
  });
  return {
    report: {
      query,
      timeZone,
      asOf: now,
      seq: null,
      definitions: definitionsOf(query),
      sampleUse: "none",
      hasRecords: true,
      total: row(null, null, leads),
      channels: channels.toSorted((a, b) => placeOf(b) - placeOf(a)),
      campaigns: campaignsOf(story, leads, name, row),
      months: monthsOf(leads, row),
      choices: NO_CHOICES,
    },
    figures: sampleBlocks(leads, { story, preset, today, name }),
    targets: story.targets,
  };
}

function keyOf({ channel }: Pick<SampleLead, "channel">): string | null {
  return channel === null ? null : `${channel}`;
}

type RowOf = (key: string | null, name: string | null, of: readonly SampleLead[]) => ReportRow;

/** A sample team is held against its targets, and its channels against each other: it has no year before. */
export function sampleHeld(targets: SampleReport["targets"]): Held {
  return {
    targetOf: (channel, aim) =>
      channel === null && (aim === "step1" || aim === "step2") ? (targets[aim] ?? null) : null,
    before: null,
  };
}

/** What its blocks are drawn from; a sample never fails, and was never counted before. */
export function loadedSample({ maturation, reach, losses, time, money }: SampleBlocks): LoadedBlocks {
  return {
    maturation: loaded(maturation),
    reach: loaded(reach),
    losses: loaded(losses),
    time: loaded(time),
    money: loaded(money),
    trend: loaded([]),
  };
}

const NO_CHOICES: Report["choices"] = { channels: [], campaigns: [], owners: [] };

const QUESTION: Omit<ReportQuery, "period"> = {
  periodChoice: { key: "12m" },
  basis: "start",
  leadConvertsAt: "customer",
  channels: [],
  campaigns: [],
  owners: [],
} as const;

/** By size, those without a channel last. */
function placeOf({ key, parts }: ReportRow): number {
  return key === null ? -1 : (parts.leads.total ?? 0);
}

/** Those that drew somebody, the largest first, then the leads of none. */
function campaignsOf(
  { campaigns }: Story,
  leads: readonly SampleLead[],
  name: (names: Names) => string,
  row: (key: string | null, label: string | null, of: readonly SampleLead[]) => ReportRow,
): readonly ReportRow[] {
  return [...groupBy(leads, ({ campaign }) => campaign)]
    .map(([place, of]) => {
      const campaign = place === null ? undefined : campaigns[place];
      return row(place === null ? null : `campaign-${place}`, campaign ? name(campaign.name) : null, of);
    })
    .toSorted((a, b) => placeOf(b) - placeOf(a));
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

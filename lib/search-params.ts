import { asId, type CampaignId, type ChannelId, type Id, type UserId } from "@/lib/domain/ids";
import { parseChoice } from "@/lib/domain/input/choice";
import { parseDate, parseTypedDate } from "@/lib/domain/input/date";
import { parseInstant } from "@/lib/domain/input/instant";
import { parseList } from "@/lib/domain/input/list";
import { accept, isBlank, type Parse, refuse } from "@/lib/domain/input/parsed";
import { parseUuid } from "@/lib/domain/input/uuid";
import type { Parsed } from "@/lib/domain/errors";
import { type Counted, LEADS_COUNTED, OPPORTUNITIES_COUNTED } from "@/lib/domain/metrics/counted";
import type { LeadConvertsAt } from "@/lib/domain/metrics/parts";
import { COMPARES, type ReportQuery } from "@/lib/domain/metrics/report-query";
import { addDays, localDate, PERIOD_KEYS, type PeriodChoice, resolvePeriod } from "@/lib/domain/period";

/** The keys of a page's address as Next gives them. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The keys by which a report is asked. `first` and `last` are a form's own: the first and the last day that belong to it, as a
 * person types them, for `from` and `to`.
 */
export const REPORT_KEYS = [
  "period",
  "from",
  "to",
  "first",
  "last",
  "compare",
  "basis",
  "channel",
  "campaign",
  "owner",
  "asOf",
  "windowDays",
  "counted",
] as const;
export type ReportKey = (typeof REPORT_KEYS)[number];

export interface ReadReport {
  readonly query: ReportQuery;
  readonly counted: Counted | null;
  /** Whose values are none of ours: they are left out, and the reader is told. */
  readonly ignored: readonly ReportKey[];
}

export interface ReadAt {
  readonly now: Date;
  readonly timeZone: string;
  readonly leadConvertsAt: LeadConvertsAt;
}

/** Reads a report's question from an address; its period is of the day that it is asked as of. */
export function readReport(params: SearchParams, { now, timeZone, leadConvertsAt }: ReadAt): ReadReport {
  const ignored = new Set<ReportKey>();
  const one = <T>(key: ReportKey, parse: Parse<T>): T | null => {
    if (isBlank(params[key])) return null;
    const parsed = parse(params[key]);
    if (!parsed.ok) ignored.add(key);
    return parsed.ok ? parsed.value : null;
  };
  const many = <T extends Id<string>>(key: ReportKey) =>
    one(key, (input) => parseList(withoutBlanks(input), parseIdOrNone<T>, FILTERS_MAX)) ?? [];
  const periodChoice = readPeriod(one, ignored);
  const at = one("asOf", (input) => parsePast(input, now));
  const windowDays = one("windowDays", parseWindowDays);
  const compare = one("compare", (input) => parseChoice(input, COMPARES));
  const query: ReportQuery = {
    periodChoice,
    period: resolvePeriod(periodChoice, localDate(timeZone, at ?? now)),
    basis: one("basis", (input) => parseChoice(input, ["start", "decision"])) ?? "start",
    leadConvertsAt,
    channels: many<ChannelId>("channel"),
    campaigns: many<CampaignId>("campaign"),
    owners: many<UserId>("owner"),
    ...(at === null ? {} : { asOf: { at } }),
    ...(windowDays === null ? {} : { windowDays }),
    ...(compare === null || compare === "prev" ? {} : { compare }),
  };
  const counted = one("counted", (input) => parseChoice(input, [...LEADS_COUNTED, ...OPPORTUNITIES_COUNTED]));
  return { query, counted, ignored: [...ignored] };
}

/** The same as keys of an address; defaults are left out. */
export function writeReport(query: ReportQuery, counted?: Counted) {
  const { periodChoice: choice, compare, basis, channels, campaigns, owners, asOf, windowDays } = query;
  return {
    period: choice.key === DEFAULT_PERIOD.key ? undefined : choice.key,
    ...(choice.key === "custom" ? choice.period : {}),
    compare: compare === "prev" ? undefined : compare,
    basis: basis === "start" ? undefined : basis,
    channel: channels,
    campaign: campaigns,
    owner: owners,
    asOf: asOf?.at.toISOString(),
    windowDays: windowDays?.toString(),
    counted,
  };
}

/** A question kept as the search of an address; what the address does not know any more is left out. */
export function readSaved(search: string, at: ReadAt): { readonly query: ReportQuery; readonly search: string } {
  const params = new URLSearchParams(search);
  const given = [...new Set(params.keys())].map((key) => {
    const values = params.getAll(key);
    return [key, values.length === 1 ? values[0] : values] as const;
  });
  const { query } = readReport(Object.fromEntries(given), at);
  return { query, search: searchOf(query) };
}

/** The question as the search of an address, without its mark. */
export function searchOf(query: ReportQuery): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(writeReport(query))) {
    for (const one of typeof value === "string" ? [value] : (value ?? [])) search.append(key, one);
  }
  return search.toString();
}

const DEFAULT_PERIOD = { key: "12m" } as const satisfies PeriodChoice;
const FILTERS_MAX = 50;

type ReadOne = <T>(key: ReportKey, parse: Parse<T>) => T | null;

/** Dates without a `period` are a custom one, as in the API; a custom one needs both of its dates, in order. */
function readPeriod(one: ReadOne, ignored: Set<ReportKey>): PeriodChoice {
  const named = one("period", (input) => parseChoice(input, PERIOD_KEYS));
  if (named !== null && named !== "custom") return { key: named };
  const [first, last] = [one("first", parseTyped), one("last", parseTyped)];
  const [from, to] = [first ?? one("from", parseDate), last === null ? one("to", parseDate) : addDays(last, 1)];
  if (from !== null && to !== null && from < to) return { key: "custom", period: { from, to } };
  if (from !== null || to !== null || named === "custom") ignored.add("period");
  return DEFAULT_PERIOD;
}

/** A moment that has been: nobody knows what will be recorded. */
function parsePast(input: unknown, now: Date): Parsed<Date> {
  const parsed = parseInstant(input);
  if (!parsed.ok) return parsed;
  const at = new Date(parsed.value);
  return at <= now ? accept(at) : refuse("date-future");
}

/** From one day to ten years. */
export function parseWindowDays(input: unknown): Parsed<number> {
  const days = typeof input === "string" && /^[1-9][0-9]{0,3}$/.test(input) ? Number(input) : 0;
  return days >= 1 && days <= 3660 ? accept(days) : refuse("count");
}

/** English takes the point of bokmål, too: the day comes first in both. */
function parseTyped(input: unknown): Parsed<string> {
  return parseTypedDate(input, "en");
}

/** A form sends an empty value for "all". */
function withoutBlanks(input: unknown): unknown {
  return Array.isArray(input) ? input.filter((each) => !isBlank(each)) : input;
}

function parseIdOrNone<T extends Id<string>>(input: unknown): Parsed<T | "none"> {
  if (input === "none") return accept("none");
  const parsed = parseUuid(input);
  return parsed.ok ? accept(asId<T>(parsed.value)) : parsed;
}

import { minorDigits } from "@/lib/domain/input/currency";
import type { Percent } from "@/lib/domain/metrics/display";
import { INTL_IDS, type Locale } from "./locale";

export type Amount = { readonly minor: number; readonly currency: string };

export type Format = ReturnType<typeof formatFor>;

/** Numbers, money and dates as one language writes them. Dates are ISO strings; an instant is shown in the zone given. */
export function formatFor(locale: Locale): ReturnType<typeof makeFormat> {
  return FORMATS[locale];
}

function makeFormat(locale: Locale) {
  const money = moneyFor(locale);
  const wholeMoney = (amount: Amount) => money({ ...amount, minor: wholeUnits(amount) });
  return { locale, ...numbersFor(locale), money, wholeMoney, ...datesFor(locale), ...timesFor(locale) };
}

function numbersFor(locale: Locale) {
  const id = INTL_IDS[locale];
  const whole = numberFormat(id, {});
  const decimals = byDigits((digits) => numberFormat(id, fixed(digits)));
  const percents = byDigits((digits) => numberFormat(id, { style: "unit", unit: "percent", ...fixed(digits) }));
  return {
    count: (value: number) => whole.format(value),
    decimal: (value: number, digits: number) => decimals(digits).format(value),
    /** «20 %» · "20%" */
    percent: ({ digits, value, bound }: Percent) => BOUNDS[bound] + percents(digits).format(value),
    /** The same without the sign, for the lower end of «mellom 14 og 28 %». */
    percentNumber: ({ digits, value, bound }: Percent) => BOUNDS[bound] + decimals(digits).format(value),
    /** A difference of shares (0.044 is 4.4 points) with its sign: «+4,4», «−4,4», «0,0». */
    points: (difference: number, digits: 0 | 1 = 1) =>
      numberFormat(id, { ...fixed(digits), signDisplay: "negative" }).format(difference * 100),
    signedPoints: (difference: number, digits: 0 | 1 = 1) =>
      numberFormat(id, { ...fixed(digits), signDisplay: "exceptZero" }).format(difference * 100),
  };
}

/** Those that a report uses by the hundred are not even looked for. */
function byDigits(make: (digits: number) => Intl.NumberFormat) {
  const made: Intl.NumberFormat[] = [];
  return (digits: number) => (made[digits] ??= make(digits));
}

const BOUNDS = { exact: "", less: "<", more: ">" } as const satisfies Record<Percent["bound"], string>;

function fixed(digits: number) {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** «125 000 kr» · "NOK 125,000"; decimals only when there are any. */
function moneyFor(locale: Locale) {
  const id = INTL_IDS[locale];
  return ({ minor, currency }: Amount): string => {
    // Every other krone would be "kr" too, so only the Norwegian one goes by its sign.
    const currencyDisplay = locale === "nb" && currency === "NOK" ? "symbol" : "code";
    const style = { style: "currency", currency, currencyDisplay } as const;
    const digits = minorDigits(currency);
    const hasDecimals = minor % 10 ** digits !== 0;
    return numberFormat(id, { ...style, ...fixed(hasDecimals ? digits : 0) }).format(minor / 10 ** digits);
  };
}

/** Half up; for means, whose decimals would pretend to a precision. */
function wholeUnits({ minor, currency }: Amount): number {
  const unit = 10 ** minorDigits(currency);
  return Math.floor(minor / unit + 0.5) * unit;
}

function datesFor(locale: Locale) {
  const id = INTL_IDS[locale];
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = dateTimeFormat(id, { ...options, timeZone: "UTC" });
    return (isoDate: string) => format.format(noon(isoDate));
  };
  const range = (options: Intl.DateTimeFormatOptions) => {
    const format = dateTimeFormat(id, { ...options, timeZone: "UTC" });
    return (first: string, last: string) => format.formatRange(noon(first), noon(last));
  };
  return {
    /** «23.11.2026» · "23 Nov 2026" */
    date: written(SHORT_DATE[locale]),
    /** As a person types it: «23.11.2026» · "23/11/2026" */
    typedDate: written({ day: "2-digit", month: "2-digit", year: "numeric" }),
    /** «23. november 2026» · "23 November 2026" */
    longDate: written({ day: "numeric", month: "long", year: "numeric" }),
    /** «1.–23. sep.» · "1 – 23 Sept"; both ends are included. */
    dateRange: range({ day: "numeric", month: "short" }),
    dateRangeWithYear: range({ day: "numeric", month: "short", year: "numeric" }),
    /** Of "2026-09": «september 2026». */
    month: written({ month: "long", year: "numeric" }),
    shortMonth: written({ month: "short" }),
  };
}

const SHORT_DATE = {
  nb: { day: "2-digit", month: "2-digit", year: "numeric" },
  en: { day: "numeric", month: "short", year: "numeric" },
} as const satisfies Record<Locale, Intl.DateTimeFormatOptions>;

function noon(isoDate: string): Date {
  const day = isoDate.length === "2026-09".length ? `${isoDate}-01` : isoDate;
  return new Date(`${day}T12:00:00Z`);
}

function timesFor(locale: Locale) {
  const id = INTL_IDS[locale];
  const clock = (instant: Date, timeZone: string) =>
    dateTimeFormat(id, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(instant);
  const day = (instant: Date, timeZone: string) =>
    dateTimeFormat(id, { ...SHORT_DATE[locale], timeZone }).format(instant);
  return {
    /** For tables: «14:05». */
    time: clock,
    /** For sentences, after «kl.»: «14.05» · "14:05". */
    timeInText: (instant: Date, timeZone: string) =>
      locale === "nb" ? clock(instant, timeZone).replace(":", ".") : clock(instant, timeZone),
    dateOf: day,
    /** «23.11.2026 14:05» · "23 Nov 2026 14:05" */
    moment: (instant: Date, timeZone: string) => `${day(instant, timeZone)} ${clock(instant, timeZone)}`,
  };
}

/** Making one takes far longer than using it, and a report uses hundreds; there are as many as kinds of text to write. */
function kept<Options extends object, Made>(make: (id: string, options: Options) => Made) {
  const made = new Map<string, Made>();
  return (id: string, options: Options): Made => {
    const key = id + JSON.stringify(options);
    const found = made.get(key) ?? make(id, options);
    made.set(key, found);
    return found;
  };
}

const numberFormat = kept((id, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(id, options));
const dateTimeFormat = kept((id, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(id, options));

const FORMATS = { nb: makeFormat("nb"), en: makeFormat("en") } as const satisfies Record<Locale, unknown>;

export const LOCALES = ["nb", "en"] as const;
export type Locale = (typeof LOCALES)[number];

// Plain "en" would write 11/23/2026.
export const INTL_IDS = { nb: "nb-NO", en: "en-GB" } as const satisfies Record<Locale, string>;

export const LOCALE_COOKIE = "locale";

/** Of a request: the language of the report link whose page is asked for. `proxy.ts` alone sets it. */
export const LINK_LOCALE_HEADER = "x-link-locale";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The reader's most wanted language that we have; English when there is none. */
export function localeFromAcceptLanguage(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map(weighted)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const locale = LOCALE_OF_LANGUAGE.get(language);
    if (locale) return locale;
  }
  return "en";
}

const LOCALE_OF_LANGUAGE: ReadonlyMap<string, Locale> = new Map([
  ["nb", "nb"],
  ["nn", "nb"],
  ["no", "nb"],
  ["en", "en"],
]);

function weighted(part: string): { language: string; weight: number } {
  const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
  const quality = parameters.map((parameter) => /^\s*q\s*=\s*([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
  return { language: tag.split("-")[0] ?? "", weight: quality === undefined ? 1 : Number(quality) };
}

import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import nb from "@/messages/nb.json";

const MESSAGES = { en, nb };

/** The text of a page's part as its reader has it before any script runs. Throws what a component throws. */
export function draw(part: React.ReactNode, locale: Locale): string {
  const told = { locale, messages: MESSAGES[locale], timeZone: "Europe/Oslo", onError: fail };
  return renderToStaticMarkup(<NextIntlClientProvider {...told}>{part}</NextIntlClientProvider>);
}

function fail(error: Error): never {
  throw error;
}

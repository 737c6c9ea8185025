import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import en from "@/messages/en.json";
import nb from "@/messages/nb.json";
import { isLocale, LINK_LOCALE_HEADER, LOCALE_COOKIE, localeFromAcceptLanguage, type Locale } from "./locale";

const MESSAGES = { nb, en } as const;

/** A language asked for by name (a report link's, a letter's) wins over the reader's own. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await readerLocale();
  return { locale, messages: MESSAGES[locale], timeZone: "UTC" };
});

/** Signing in copies the user's setting to the cookie, so the cookie stands for both. */
async function readerLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  if (isLocale(chosen)) return chosen;
  const sent = await headers();
  const ofLink = sent.get(LINK_LOCALE_HEADER);
  return isLocale(ofLink) ? ofLink : localeFromAcceptLanguage(sent.get("accept-language"));
}

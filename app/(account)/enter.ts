import { cookies } from "next/headers";
import { startSession } from "@/lib/auth/session";
import type { UserId } from "@/lib/domain/ids";
import { LOCALE_COOKIE, type Locale } from "@/lib/i18n/locale";

/** Signs in here: a session of its own, and the user's language for the pages. */
export async function enter(user: { readonly userId: UserId; readonly locale: Locale }, now: Date): Promise<void> {
  await startSession(user.userId, now);
  await rememberLocale(user.locale);
}

export async function rememberLocale(locale: Locale): Promise<void> {
  const maxAge = 60 * 60 * 24 * 365;
  (await cookies()).set(LOCALE_COOKIE, locale, { path: "/", maxAge, sameSite: "lax", httpOnly: true });
}

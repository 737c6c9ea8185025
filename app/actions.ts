"use server";

import { cookies } from "next/headers";
import { isTheme, SHORTCUTS_COOKIE, THEME_COOKIE } from "@/components/shell/theme";
import { isLocale, LOCALE_COOKIE } from "@/lib/i18n/locale";

/** Changes the reader's own language and nothing else: no account is needed, anything unknown is left alone. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (isLocale(locale)) await remember(LOCALE_COOKIE, locale);
}

export async function setTheme(form: FormData): Promise<void> {
  const theme = form.get("theme");
  if (isTheme(theme)) await remember(THEME_COOKIE, theme);
}

/** For this browser, as the theme is: who shares a screen by speech may want them elsewhere. */
export async function setShortcuts(form: FormData): Promise<void> {
  const keys = form.get("keys");
  if (keys === "on" || keys === "off") await remember(SHORTCUTS_COOKIE, keys);
}

async function remember(name: string, value: string): Promise<void> {
  const maxAge = 60 * 60 * 24 * 365;
  (await cookies()).set(name, value, { path: "/", maxAge, sameSite: "lax", httpOnly: true });
}

import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { isTheme, SHORTCUTS_COOKIE, THEME_COOKIE, type Preferences, type Theme } from "@/components/shell/theme";
import { setLocale, setTheme } from "./actions";

/** The reader's language and theme, with the two actions that change them, as every shell takes them. */
export async function readPreferences(): Promise<Preferences> {
  return { locale: await getLocale(), theme: await readTheme(), setLocale, setTheme };
}

export async function hasShortcuts(): Promise<boolean> {
  return (await cookies()).get(SHORTCUTS_COOKIE)?.value !== "off";
}

export async function readTheme(): Promise<Theme> {
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return isTheme(theme) ? theme : "system";
}

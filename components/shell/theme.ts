export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "theme";

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** Single keys that act by themselves can be turned off (WCAG 2.1.4); "off" turns them off. */
export const SHORTCUTS_COOKIE = "shortcuts";

/** What every page needs to show and change language and theme. */
export type Preferences = {
  readonly locale: "nb" | "en";
  readonly theme: Theme;
  readonly setLocale: (form: FormData) => Promise<void>;
  readonly setTheme: (form: FormData) => Promise<void>;
};

import { Brand } from "@/components/shell/brand";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import type { Preferences } from "@/components/shell/theme";

/** The frame of a shared page: one column, nowhere else to go, and the reader's own language and theme. */
export function SharedShell({ preferences: { locale, theme, setLocale, setTheme }, children }: SharedShellProps) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-4xl flex-col px-4 sm:px-6">
      <main id="content" tabIndex={-1} className="flex-1 py-8 outline-none">
        {children}
      </main>
      <footer
        data-print="hide" // alone it would be a last sheet of paper
        className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t border-line py-6 text-muted"
      >
        <Brand />
        <div className="-ml-2 flex flex-wrap items-center gap-3">
          <LanguageSwitch locale={locale} setLocale={setLocale} />
          <ThemeSwitch theme={theme} setTheme={setTheme} />
        </div>
      </footer>
    </div>
  );
}

interface SharedShellProps {
  readonly preferences: Preferences;
  readonly children: React.ReactNode;
}

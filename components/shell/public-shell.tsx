import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { routes } from "@/lib/routes";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";
import { ThemeSwitch } from "./theme-switch";
import type { Preferences } from "./theme";

/** The frame of every page that needs no account. */
export function PublicShell({ preferences, isSignedIn = false, children }: PublicShellProps) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-6">
      <PublicHeader isSignedIn={isSignedIn} />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <PublicFooter preferences={preferences} />
    </div>
  );
}

type PublicShellProps = {
  readonly preferences: Preferences;
  /** Where only somebody signed in comes, the way is to the account. */
  readonly isSignedIn?: boolean;
  readonly children: React.ReactNode;
};

function PublicHeader({ isSignedIn }: { readonly isSignedIn: boolean }) {
  const t = useTranslations();
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-4">
      <Link href={routes.landing()}>
        <Brand />
      </Link>
      <nav aria-label={t("nav.main")} className="-mx-3.5 flex items-center sm:gap-2">
        <Button asChild tone="ghost">
          <Link href={routes.explained()}>{t("landing.explainedShort")}</Link>
        </Button>
        <Button asChild tone="ghost">
          {isSignedIn ? (
            <Link href={routes.account()}>{t("nav.account")}</Link>
          ) : (
            <Link href={routes.signIn()}>{t("auth.signIn")}</Link>
          )}
        </Button>
      </nav>
    </header>
  );
}

function PublicFooter({ preferences: { locale, theme, setLocale, setTheme } }: { readonly preferences: Preferences }) {
  const t = useTranslations("landing");
  return (
    <footer className="mt-20 flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-t border-line py-6 text-sm text-muted">
      <p className="max-w-prose">{t("selfHost")}</p>
      <div className="-ml-2 flex flex-wrap items-center gap-3">
        <LanguageSwitch locale={locale} setLocale={setLocale} />
        <ThemeSwitch theme={theme} setTheme={setTheme} />
      </div>
    </footer>
  );
}

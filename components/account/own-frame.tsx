import Link from "next/link";
import { useTranslations } from "next-intl";
import { Brand } from "@/components/shell/brand";
import { PageHeader } from "@/components/shell/page-header";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import type { Preferences } from "@/components/shell/theme";
import { Button } from "@/components/ui/button";
import { routes } from "@/lib/routes";

/** The frame of one's own account, which belongs to no team. */
export function OwnFrame({ preferences, signOut, children }: OwnFrameProps) {
  const t = useTranslations();
  return (
    <div className="mx-auto flex min-h-dvh max-w-3xl flex-col px-4 sm:px-6">
      <header className="flex flex-wrap items-center justify-between gap-4 py-4">
        <Link href={routes.landing()}>
          <Brand />
        </Link>
        <form action={signOut}>
          <Button type="submit" tone="ghost">
            {t("auth.signOut")}
          </Button>
        </form>
      </header>
      <main id="content" tabIndex={-1} className="flex-1 pt-4 outline-none">
        <PageHeader title={t("account.title")} description={t("account.lead")} />
        <div className="grid gap-5">{children}</div>
      </main>
      <footer className="mt-10 flex border-t border-line py-6">
        <ThemeSwitch theme={preferences.theme} setTheme={preferences.setTheme} />
      </footer>
    </div>
  );
}

type OwnFrameProps = {
  readonly preferences: Preferences;
  readonly signOut: () => Promise<void>;
  readonly children: React.ReactNode;
};

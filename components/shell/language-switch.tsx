import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { INTL_IDS, LOCALES } from "@/lib/i18n/locale";
import type { Preferences } from "./theme";

/** A form with one button per language, so it works without scripts. */
export function LanguageSwitch({ locale, setLocale }: Pick<Preferences, "locale" | "setLocale">) {
  const t = useTranslations();
  return (
    <form action={setLocale} data-print="hide">
      <div role="group" aria-label={t("common.language")} className="flex gap-1">
        {LOCALES.map((one) => (
          <button
            key={one}
            name="locale"
            value={one}
            lang={INTL_IDS[one]}
            aria-pressed={one === locale}
            className={cx(
              "min-h-8 rounded-control px-2 text-sm",
              one === locale
                ? "font-medium text-fg"
                : "text-muted underline decoration-edge underline-offset-4 hover:text-fg",
            )}
          >
            {t(`locales.${one}`)}
          </button>
        ))}
      </div>
    </form>
  );
}

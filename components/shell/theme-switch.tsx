import { cx } from "class-variance-authority";
import { Monitor, Moon, Sun } from "@/components/ui/icons";
import { useTranslations } from "next-intl";
import { THEMES, type Preferences } from "./theme";

export function ThemeSwitch({ theme, setTheme }: Pick<Preferences, "theme" | "setTheme">) {
  const t = useTranslations("common");
  return (
    <form action={setTheme} data-print="hide">
      <div role="group" aria-label={t("theme")} className="flex rounded-control border border-line p-0.5">
        {THEMES.map((one) => {
          const { Icon, label } = LOOK[one];
          return (
            <button
              key={one}
              name="theme"
              value={one}
              aria-pressed={one === theme}
              aria-label={t(label)}
              title={t(label)}
              className={cx(
                "grid size-7 place-items-center rounded-md",
                one === theme ? "bg-open" : "text-muted hover:text-fg",
              )}
            >
              <Icon aria-hidden className="size-4" />
            </button>
          );
        })}
      </div>
    </form>
  );
}

const LOOK = {
  light: { Icon: Sun, label: "themeLight" },
  dark: { Icon: Moon, label: "themeDark" },
  system: { Icon: Monitor, label: "themeSystem" },
} as const;

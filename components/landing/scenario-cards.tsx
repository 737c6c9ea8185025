import { ArrowRight } from "@/components/ui/icons";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { routes } from "@/lib/routes";

/** One finished report for each kind of team, open to anyone. */
export function ScenarioCards() {
  const t = useTranslations();
  return (
    <ul className="grid gap-3.5 md:grid-cols-3">
      {SAMPLES.map(({ scenario, text, channels }) => (
        <li key={scenario}>
          <Link
            href={routes.sample(scenario)}
            className="group grid h-full grid-rows-[auto_1fr_auto] gap-3 rounded-card border border-line bg-card p-5 hover:border-fg"
          >
            <span className="text-[1.0625rem] font-semibold">{t(`scenarios.${scenario}.kind`)}</span>
            <span className="grid content-start gap-3">
              <span>{t(text)}</span>
              <span className="text-sm text-muted">{t(channels)}</span>
            </span>
            <span className="inline-flex items-center gap-1.5 font-medium">
              <span className="underline decoration-edge underline-offset-4 group-hover:decoration-fg">
                {t("landing.openSample")}
              </span>
              <ArrowRight aria-hidden className="size-4" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const SAMPLES = [
  { scenario: "startup", text: "landing.startup", channels: "landing.startupChannels" },
  { scenario: "consultancy", text: "landing.consultancy", channels: "landing.consultancyChannels" },
  { scenario: "agency", text: "landing.agency", channels: "landing.agencyChannels" },
] as const;

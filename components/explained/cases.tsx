import Link from "next/link";
import { useTranslations } from "next-intl";
import { routes } from "@/lib/routes";
import { Section } from "./section";

/** How three kinds of team use the two rates, each with its sample report. */
export function Cases() {
  const t = useTranslations();
  return (
    <Section title={t("explained.casesTitle")}>
      <ul className="grid gap-8 md:grid-cols-3">
        {CASES.map(({ scenario, text }) => (
          <li key={scenario} className="grid content-start gap-2">
            <h3 className="font-semibold">{t(`scenarios.${scenario}.kind`)}</h3>
            <p>{t(text)}</p>
            <p>
              <Link href={routes.sample(scenario)} className="link">
                {t("explained.sampleOf", { team: t(`scenarios.${scenario}.kind`) })}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const CASES = [
  { scenario: "startup", text: "explained.caseStartup" },
  { scenario: "consultancy", text: "explained.caseConsultancy" },
  { scenario: "agency", text: "explained.caseAgency" },
] as const;

import { ArrowRight } from "@/components/ui/icons";
import { useLocale, useTranslations } from "next-intl";
import { rate } from "@/lib/domain/metrics/rate";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { Section } from "./section";

/** An audience, those who answered, those who bought: the response rate comes before the two. */
export function MailCampaign() {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const steps = [
    { label: t("explained.mailSent"), count: SENT, from: null },
    { label: t("explained.mailLeads"), count: LEADS, from: { name: t("rates.response"), of: SENT } },
    { label: t("explained.mailCustomers"), count: CUSTOMERS, from: { name: t("rates.lead"), of: LEADS } },
  ];
  return (
    <Section title={t("explained.mailTitle")}>
      <p className="max-w-prose">{t("explained.mail")}</p>
      <ol className="flex flex-col gap-2 sm:flex-row sm:gap-3">
        {steps.map(({ label, count, from }) => (
          <li key={label} className="flex flex-col gap-2 sm:flex-row sm:items-center sm:gap-3">
            {from ? (
              <span className="flex items-center gap-2 px-4 text-sm text-muted sm:grid sm:justify-items-center sm:gap-0 sm:px-0">
                <span className="font-semibold text-fg">{rateText(rate(count, from.of), format).value}</span>
                <ArrowRight aria-hidden className="order-first size-4 rotate-90 sm:order-none sm:rotate-0" />
                {from.name}
              </span>
            ) : null}
            <span className="grid min-w-24 rounded-card border border-line px-4 py-3">
              <span className="text-2xl leading-8 font-semibold tracking-tight">{format.count(count)}</span>
              <span className="text-sm text-muted">{label}</span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const [SENT, LEADS, CUSTOMERS] = [1000, 50, 10] as const;

import { useLocale, useTranslations } from "next-intl";
import { Card, CardTitle } from "@/components/ui/card";
import { rate, type Rate } from "@/lib/domain/metrics/rate";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { RangeBar } from "./range-bar";
import { Section } from "./section";

/** The source's two examples side by side: the same per cent, of two different wholes. */
export function TwoRates() {
  const t = useTranslations("explained");
  return (
    <>
      <div className="grid gap-3.5 md:grid-cols-2">
        <RateCard kind="lead" mark="■" markClass="text-fg" rate={EXAMPLES.lead} />
        <RateCard kind="opp" mark="◆" markClass="text-opp" rate={EXAMPLES.opp} />
      </div>
      <Section title={t("sameTitle")}>
        <div className="grid gap-6 md:grid-cols-2 md:gap-12">
          <p className="max-w-prose">{t("same")}</p>
          <div className="grid content-start gap-4">
            <RangeBar rate={EXAMPLES.lead} name={t("leadTitle")} whole={t("leadWhole")} fill="fill-fg" />
            <RangeBar rate={EXAMPLES.opp} name={t("oppTitle")} whole={t("oppWhole")} fill="fill-opp" />
            <p className="text-sm text-muted">{t("smallerWhole")}</p>
          </div>
        </div>
      </Section>
    </>
  );
}

const EXAMPLES = { lead: rate(20, 100), opp: rate(10, 50) } as const;

function RateCard({ kind, mark, markClass, rate: shown }: RateCardProps) {
  const t = useTranslations("explained");
  const text = rateText(shown, formatFor(useLocale()));
  return (
    <Card className="grid content-start gap-3">
      <CardTitle>
        <span aria-hidden className={markClass}>
          {mark}{" "}
        </span>
        {t(`${kind}Title`)}
      </CardTitle>
      <p>{t(`${kind}What`)}</p>
      <div className="rounded-control bg-sunken p-4">
        <p className="text-sm text-muted">{t(`${kind}Example`)}</p>
        <p className="mt-1 text-2xl leading-8 font-semibold tracking-tight">{t(`${kind}Sum`, { v: text.value })}</p>
        {text.kind === "percent" ? (
          <p className="text-sm text-muted">{t("likely", { lo: text.lo, hi: text.hi })}</p>
        ) : null}
      </div>
      <p className="text-muted">{t(`${kind}Use`)}</p>
    </Card>
  );
}

type RateCardProps = {
  readonly kind: "lead" | "opp";
  readonly mark: string;
  readonly markClass: string;
  readonly rate: Rate;
};

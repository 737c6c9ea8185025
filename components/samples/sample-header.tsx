import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Report } from "@/lib/domain/metrics/report";
import { SCENARIOS, type Scenario } from "@/lib/domain/pipeline/presets/preset";
import type { SampleReport } from "@/lib/domain/samples/sample-report";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { periodText } from "@/components/report/period-text";

/** What this is: a sample, of which kind of team, and the ways to the others and to one's own. */
export function SampleHeader({ scenario: here, report, targets }: SampleHeaderProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const share = (target: number) => format.percent({ value: target * 100, digits: 0, bound: "exact" });
  return (
    <header className="grid gap-3 pb-2">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <h1 className="text-[1.75rem] leading-9 font-semibold tracking-tight">
            {t("samples.title", { kind: t(`scenarios.${here}.kind`) })}
          </h1>
          <p className="text-muted">
            {periodText(report.query, format)} · {t("rates.byStart")}
          </p>
        </div>
        <Button asChild tone="primary">
          <Link href={routes.signUp()}>{t("auth.signUp")}</Link>
        </Button>
      </div>
      <p className="rounded-control border border-dashed border-edge px-3 py-2">
        {t("samples.notice")}
        {targets.step1 === undefined || targets.step2 === undefined
          ? null
          : ` ${t("samples.target", { a: share(targets.step1), b: share(targets.step2) })}`}
      </p>
      <nav aria-label={t("samples.others")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm" data-print="hide">
        {SCENARIOS.map((each) => (
          <Link
            key={each}
            href={routes.sample(each)}
            className={each === here ? "py-1 font-semibold" : "link py-1"}
            {...(each === here ? { "aria-current": "page" } : {})}
          >
            {t(`scenarios.${each}.kind`)}
          </Link>
        ))}
      </nav>
    </header>
  );
}

interface SampleHeaderProps {
  readonly scenario: Scenario;
  readonly report: Report;
  readonly targets: SampleReport["targets"];
}

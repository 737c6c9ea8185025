import { useTranslations } from "next-intl";
import { DecisionBars } from "@/components/charts/decision-bars";
import { Figure } from "@/components/charts/figure";
import { StripFigure } from "@/components/charts/strip";
import { usePeriodText } from "@/components/report/period-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Shown, SharedReport, SharedStrip } from "@/lib/domain/sharing/shared-report";
import { asParts, asReport, isShown } from "./as-rows";
import { ShownCount } from "./shown-count";

/** How the one rate comes from the other; in a table where a part is not shown, for a bar would give it away. */
export function SharedStripBlock({ shared }: { readonly shared: SharedReport }) {
  const { query, total } = asReport(shared);
  const period = usePeriodText(query);
  const parts = asParts(shared.total.strip);
  const areRatesShown = Object.values(shared.total.rates).every((each: Parameters<typeof isShown>[0]) => isShown(each));
  if (shared.basis === "decision") {
    return areRatesShown ? <DecisionBars period={period} rates={total.rates} /> : null;
  }
  if (parts !== null && areRatesShown)
    return (
      <StripFigure
        {...{ period, parts, rates: total.rates, leadConvertsAt: query.leadConvertsAt, targets: NO_TARGETS }}
      />
    );
  return shared.total.strip === null ? null : <StripCounts strip={shared.total.strip} period={period} />;
}

/** A target is the team's own, and no copy holds it. */
const NO_TARGETS = { step1: null, step2: null, whole: null };

function StripCounts({ strip, period }: { readonly strip: SharedStrip; readonly period: string }) {
  const t = useTranslations();
  return (
    <Figure finding={t("shared.strip")} subtitle={t("figures.strip.subtitle", { period })}>
      <Table label={t("shared.strip")} className="min-w-[34rem]">
        <TableHeader>
          <TableRow>
            <TableHead>{t("figures.bar")}</TableHead>
            {(["converted", "direct", "open", "ended", "total"] as const).map((column) => (
              <TableHead key={column} numeric>
                {t(`figures.column.${column}`)}
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          <Row
            name={t("figures.strip.stepOne")}
            counts={[strip.qualified, strip.direct, strip.open, strip.notAFit, strip.leads]}
          />
          <Row
            name={t("figures.strip.stepTwo")}
            counts={[strip.sold, 0, strip.qualifiedOpen, strip.qualifiedLost, strip.qualified]}
          />
        </TableBody>
      </Table>
    </Figure>
  );
}

function Row({ name, counts }: { readonly name: string; readonly counts: readonly Shown[] }) {
  return (
    <TableRow>
      <TableHead scope="row">{name}</TableHead>
      {counts.map((count, index) => (
        <TableCell key={index} numeric>
          <ShownCount count={count} />
        </TableCell>
      ))}
    </TableRow>
  );
}

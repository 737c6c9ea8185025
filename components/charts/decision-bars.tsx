import { useLocale, useTranslations } from "next-intl";
import type { Rate } from "@/lib/domain/metrics/rate";
import type { Rates } from "@/lib/domain/metrics/rates-of";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Figure } from "./figure";
import { segmentsOf } from "./segments";
import { StripBar } from "./strip-bar";

/** By decision date: three rates of three different sets, so three plain bars and nothing between them. */
export function DecisionBars({ period, rates }: { readonly period: string; readonly rates: Rates }) {
  const t = useTranslations();
  const { leadConversionRate: lead, qualificationRate: qualification, opportunityConversionRate: win } = rates;
  const bars = [
    { name: t("rates.lead"), rate: lead, kind: "passed" },
    { name: t("rates.qualification"), rate: qualification, kind: "qualified" },
    { name: t("rates.win"), rate: win, kind: "customers" },
  ] as const;
  return (
    <Figure
      finding={t("figures.decision.finding", { n: lead.trials, m: win.trials })}
      subtitle={t("figures.decision.subtitle", { period })}
      note={<p>{t("def.noProduct")}</p>}
      table={<DecisionTable bars={bars} />}
    >
      {bars.map(({ name, rate, kind }) => (
        <StripBar
          key={name}
          name={name}
          whole={t("figures.decision.whole", { n: rate.trials })}
          rate={rate}
          segments={segmentsOf({ [kind]: rate.hits, notAFit: rate.trials - rate.hits })}
        />
      ))}
    </Figure>
  );
}

function DecisionTable({ bars }: { readonly bars: readonly { readonly name: string; readonly rate: Rate }[] }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  return (
    <Table label={t("common.showAsTable")}>
      <TableHeader>
        <TableRow>
          <TableHead>{t("figures.bar")}</TableHead>
          {(["converted", "total", "rate", "range"] as const).map((column) => (
            <TableHead key={column} numeric>
              {t(`figures.column.${column}`)}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {bars.map(({ name, rate }) => {
          const text = rateText(rate, format);
          return (
            <TableRow key={name}>
              <TableHead scope="row">{name}</TableHead>
              <TableCell numeric>{text.k}</TableCell>
              <TableCell numeric>{text.n}</TableCell>
              <TableCell numeric>{text.value}</TableCell>
              <TableCell numeric>
                {text.kind === "percent" ? t("report.rangeShort", { lo: text.lo, hi: text.hi }) : t("common.none")}
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LeadConvertsAt, LeadParts } from "@/lib/domain/metrics/parts";
import type { Rate } from "@/lib/domain/metrics/rate";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { stripRows } from "./strip-rows";

/** The strip as a table: the same three bars, the same counts. */
export function StripTable({ parts, step1, step2, whole, leadConvertsAt }: StripTableProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const rates = { stepOne: step1, stepTwo: step2, whole };
  const names = {
    stepOne: t("figures.strip.stepOne"),
    stepTwo: t("figures.strip.stepTwo"),
    whole: t(leadConvertsAt === "opportunity" ? "rates.perHundred" : "rates.lead"),
  };
  return (
    <Table label={t("common.showAsTable")} className="min-w-[40rem]">
      <TableHeader>
        <TableRow>
          <TableHead>{t("figures.bar")}</TableHead>
          {COLUMNS.map((column) => (
            <TableHead key={column} numeric>
              {t(`figures.column.${column}`)}
            </TableHead>
          ))}
          <TableHead numeric>{t("figures.column.rate")}</TableHead>
          <TableHead numeric>{t("figures.column.range")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {stripRows(parts).map(({ bar, ...counts }) => {
          const text = rateText(rates[bar], format);
          return (
            <TableRow key={bar}>
              <TableHead scope="row">{names[bar]}</TableHead>
              {COLUMNS.map((column) => (
                <TableCell key={column} numeric>
                  {format.count(counts[column])}
                </TableCell>
              ))}
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

const COLUMNS = ["converted", "direct", "open", "ended", "total"] as const;

interface StripTableProps {
  readonly parts: LeadParts;
  readonly step1: Rate;
  readonly step2: Rate;
  readonly whole: Rate;
  readonly leadConvertsAt: LeadConvertsAt;
}

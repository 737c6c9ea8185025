import { useLocale, useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { rate } from "@/lib/domain/metrics/rate";
import type { Reach, ReachStep } from "@/lib/domain/metrics/reach";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";

/** The same steps in numbers, each also against the one before it. */
export function ReachTable({ reach, nameOf }: ReachTableProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  return (
    <Table label={t("blocks.reach")} className="min-w-[34rem]">
      <TableHeader>
        <TableRow>
          <TableHead>{t("figures.reach.stage")}</TableHead>
          <TableHead numeric>{t("figures.reach.leads")}</TableHead>
          <TableHead numeric>{t("figures.reach.ofLeads")}</TableHead>
          <TableHead numeric>{t("figures.column.range")}</TableHead>
          <TableHead numeric>{t("figures.reach.ofPrevious")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {reach.steps.map((step, index) => {
          const text = rateText(step.rate, format);
          const before = reach.steps[index - 1];
          const passed = before === undefined ? null : rateText(rate(step.rate.hits, before.rate.hits), format);
          return (
            <TableRow key={step.stage?.key ?? "customer"}>
              <TableHead scope="row">{nameOf(step)}</TableHead>
              <TableCell numeric>{text.k}</TableCell>
              <TableCell numeric>{text.value}</TableCell>
              <TableCell numeric>
                {text.kind === "percent" ? t("report.rangeShort", { lo: text.lo, hi: text.hi }) : t("common.none")}
              </TableCell>
              <TableCell numeric>{passed?.value ?? t("common.none")}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

interface ReachTableProps {
  readonly reach: Reach;
  readonly nameOf: (step: ReachStep) => string;
}

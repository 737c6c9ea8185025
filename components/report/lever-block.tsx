import { useLocale, useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { Figure } from "@/components/charts/figure";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { journeyOf } from "@/lib/domain/metrics/journey";
import { leverOf } from "@/lib/domain/metrics/lever";
import { formatFor } from "@/lib/i18n/format";
import type { BlockProps } from "./block-props";
import { usePeriodText } from "./period-text";

/** What one more point in each step would give: an example to reckon by, not a forecast. */
export function LeverBlock({ report }: Pick<BlockProps, "report">) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const period = usePeriodText(report.query);
  const journey = journeyOf(report.total.rates);
  const { step1: x, step2: y } = journey === null ? NOTHING : leverOf(journey);
  if (journey === null || x === null || y === null) return null;
  const max = Math.max(x, y);
  const steps = [
    { key: "step1", name: t("terms.stepOne"), customers: x, look: "lead" },
    { key: "step2", name: t("terms.stepTwo"), customers: y, look: "opportunity" },
  ] as const;
  const told = { x: format.decimal(x, 1), y: format.decimal(y, 1) };
  return (
    <Figure
      finding={t("figures.lever.finding", { s: told.x === told.y ? "both" : x > y ? "one" : "two" })}
      subtitle={t("figures.lever.subtitle", { period, n: journey.leads })}
      note={<p>{t("figures.lever.note")}</p>}
      table={
        <Table label={t("common.showAsTable")}>
          <TableHeader>
            <TableRow>
              <TableHead>{t("figures.bar")}</TableHead>
              <TableHead numeric>{t("figures.lever.customers")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {steps.map(({ key, name, customers }) => (
              <TableRow key={key}>
                <TableHead scope="row">{name}</TableHead>
                <TableCell numeric>{format.decimal(customers, 1)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      }
    >
      <p>{t("findings.lever", told)}</p>
      <BarList
        label={t("blocks.lever")}
        rows={steps.map(({ key, name, customers, look }) => ({
          key,
          name,
          look,
          place: customers / max,
          number: t("figures.lever.more", { n: format.decimal(customers, 1) }),
        }))}
      />
    </Figure>
  );
}

const NOTHING = { step1: null, step2: null } as const;

import { useLocale, useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Losses } from "@/lib/domain/metrics/losses";
import { formatFor } from "@/lib/i18n/format";

/** Each stage by each reason; rows and columns sum to the whole. */
export function LossesTable({ losses: { stages, reasons, cells, total } }: { readonly losses: Losses }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const cellOf = (stage: string | null, reason: string | null) =>
    cells.find((cell) => cell.stage === stage && cell.reason === reason)?.lost ?? 0;
  return (
    <Table label={t("blocks.losses")} className="min-w-[34rem]">
      <TableHeader>
        <TableRow>
          <TableHead>{t("figures.reach.stage")}</TableHead>
          {reasons.map(({ key, name }) => (
            <TableHead key={key ?? "none"} numeric>
              {name ?? t("figures.losses.unstated")}
            </TableHead>
          ))}
          <TableHead numeric>{t("figures.column.total")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {stages.map((stage) => (
          <TableRow key={stage.key ?? "none"}>
            <TableHead scope="row">{stage.name ?? t("figures.losses.noStage")}</TableHead>
            {reasons.map((reason) => (
              <TableCell key={reason.key ?? "none"} numeric>
                {format.count(cellOf(stage.key, reason.key))}
              </TableCell>
            ))}
            <TableCell numeric>{format.count(stage.lost)}</TableCell>
          </TableRow>
        ))}
        <TableRow className="border-t-2 border-line font-semibold">
          <TableHead scope="row" className="font-semibold">
            {t("terms.all")}
          </TableHead>
          {reasons.map(({ key, lost }) => (
            <TableCell key={key ?? "none"} numeric>
              {format.count(lost)}
            </TableCell>
          ))}
          <TableCell numeric>{format.count(total)}</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}

import { useLocale, useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { StageTime } from "@/lib/domain/metrics/stage-times";
import { formatFor } from "@/lib/i18n/format";
import { useTimeWords } from "./time-words";

/** The same stages in numbers. */
export function TimeTable({ times }: { readonly times: readonly StageTime[] }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const words = useTimeWords();
  return (
    <Table label={t("blocks.time")} className="min-w-[40rem]">
      <TableHeader>
        <TableRow>
          <TableHead>{t("figures.time.stage")}</TableHead>
          {(["half", "quarters", "visits", "left", "stuck"] as const).map((column) => (
            <TableHead key={column} numeric>
              {t(`figures.time.${column}`)}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {times.map((time) => (
          <TableRow key={time.stage.key}>
            <TableHead scope="row">{time.stage.name}</TableHead>
            <TableCell numeric>{words.half(time)}</TableCell>
            <TableCell numeric>{words.quarters(time) ?? t("common.none")}</TableCell>
            <TableCell numeric>{format.count(time.visits)}</TableCell>
            <TableCell numeric>{format.count(time.completed)}</TableCell>
            <TableCell numeric>{time.stuckAfterDays === null ? t("common.none") : format.count(time.stuck)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

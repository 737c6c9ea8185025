import { cx } from "class-variance-authority";
import { useId } from "react";
import { useLocale, useTranslations } from "next-intl";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { HORIZON_DAYS, type Maturation } from "@/lib/domain/metrics/maturation";
import type { Rate } from "@/lib/domain/metrics/rate";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { shadeOf } from "./shade";

/** One row per month, one column per age; what is not so old yet is hatched, as one cell. */
export function MaturationTable({ maturation: { columns, rows }, label, hue }: MaturationTableProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const hatch = useId();
  const highest = Math.max(0, ...rows.flatMap(({ cells }) => cells.map((cell) => valueOf(cell))));
  return (
    <Table label={label} className="min-w-[40rem] tabular-nums">
      <TableHeader>
        <TableRow>
          <TableHead>{t("terms.startMonth")}</TableHead>
          {columns.map((days) => (
            <TableHead key={days} numeric className={days === HORIZON_DAYS ? "font-bold text-fg" : ""}>
              <span className="sr-only">{t("figures.maturation.within", { n: days })}</span>
              <span aria-hidden>{days}</span>
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ month, count, cells }) => (
          <TableRow key={month}>
            <th scope="row" className="cell-close font-normal whitespace-nowrap">
              {format.month(month)} <span className="text-sm text-muted">({format.count(count)})</span>
            </th>
            {cells.map((cell, index) =>
              cell === null ? null : (
                <Cell key={columns[index]} {...{ cell, hue }} shade={shadeOf(valueOf(cell), highest)} />
              ),
            )}
            <NotYet columns={cells.filter((cell) => cell === null).length} hatch={hatch} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface MaturationTableProps {
  readonly maturation: Maturation;
  readonly label: string;
  readonly hue: keyof typeof HUES;
}

function valueOf(cell: Rate | null): number {
  return cell === null || cell.evidence === "few" ? 0 : (cell.value ?? 0);
}

/** At most 40 % strong, so that text on it can be read. */
const HUES = {
  lead: ["", "bg-lead/8", "bg-lead/16", "bg-lead/24", "bg-lead/32", "bg-lead/40"],
  opportunity: ["", "bg-opp/8", "bg-opp/16", "bg-opp/24", "bg-opp/32", "bg-opp/40"],
} as const;

/** A pattern and not a gradient, which printers are sent as a picture of every point. */
function NotYet({ columns, hatch }: { readonly columns: number; readonly hatch: string }) {
  const t = useTranslations("evidence");
  if (columns === 0) return null;
  return (
    <td colSpan={columns} className="relative">
      <svg aria-hidden width="100%" height="100%" className="absolute inset-0">
        <pattern
          id={`${hatch}${columns}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line y2="6" strokeWidth="2" className="stroke-edge" />
        </pattern>
        <rect width="100%" height="100%" fill={`url(#${hatch}${columns})`} />
      </svg>
      <span className="sr-only">{t("notYet")}</span>
    </td>
  );
}

function Cell({ cell, hue, shade }: CellProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { kind, k, n, value } = rateText(cell, format);
  return (
    <td className={cx("cell-close number", HUES[hue][shade], cell.evidence === "thin" && "italic")}>
      {kind === "counts" ? <span className="text-sm text-muted">{t("common.kOfN", { k, n })}</span> : value}
    </td>
  );
}

interface CellProps {
  readonly cell: Rate;
  readonly hue: keyof typeof HUES;
  readonly shade: number;
}

import { useLocale, useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Money, MoneyGroup, MoneyRow } from "@/lib/domain/metrics/money";
import type { Report } from "@/lib/domain/metrics/report";
import { formatFor } from "@/lib/i18n/format";

/** A row for each channel and currency, a dash where nothing is known; the last is all of them. */
export function MoneyTable({ report, money }: { readonly report: Report; readonly money: Money }) {
  const t = useTranslations();
  const names = new Map([...report.choices.channels.map(({ id, name }) => [id, name] as const), ...namesOf(report)]);
  const isYoung = (key: string | null) =>
    (report.channels.find((row) => row.key === key)?.rates.leadConversionRate.preliminary ?? false) && key !== null;
  return (
    <Table label={t("blocks.money")} className="min-w-[44rem]">
      <TableHeader>
        <TableRow>
          <TableHead>{t("figures.money.channel")}</TableHead>
          {COLUMNS.map((column) => (
            <TableHead key={column} numeric>
              {t(`figures.money.${column}`)}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {money.channels.toSorted(bySize).map((group) => (
          <Rows key={group.key ?? "none"} {...{ group, isYoung: isYoung(group.key) }}>
            {group.key === null ? t("figures.money.unattributed") : (names.get(group.key) ?? t("report.unknown"))}
          </Rows>
        ))}
        <Rows group={money.total} isYoung={report.total.rates.leadConversionRate.preliminary} isTotal>
          {t("figures.money.all")}
        </Rows>
      </TableBody>
    </Table>
  );
}

const COLUMNS = ["leads", "value", "valuePerLead", "cost", "costPerLead", "costPerCustomer"] as const;

function namesOf({ channels }: Report): readonly (readonly [string, string])[] {
  return channels.flatMap(({ key, name }) => (key === null || name === null ? [] : [[key, name] as const]));
}

/** The largest first, the unattributed last. */
function bySize(a: MoneyGroup, b: MoneyGroup): number {
  if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1;
  return (b.leads ?? 0) - (a.leads ?? 0);
}

function Rows({ group, isYoung, isTotal = false, children }: RowsProps) {
  const t = useTranslations("figures.money");
  const format = formatFor(useLocale());
  return group.rows.map((row, index) => {
    const money = (minor: number | null, zero?: string) => moneyText(minor, row, format, zero);
    return (
      <TableRow
        key={row.currency ?? "none"}
        className={isTotal && index === 0 ? "border-t-2 border-line font-semibold" : ""}
      >
        <TableHead scope="row" className={isTotal ? "font-semibold text-fg" : "text-fg"}>
          {children}
        </TableHead>
        <TableCell numeric>{group.leads === null ? "–" : format.count(group.leads)}</TableCell>
        <TableCell numeric>{money(row.valueMinor, "0")}</TableCell>
        <TableCell numeric>
          {money(row.valuePerLead, "0")}
          {isYoung ? <span className="figure-aside">{t("prelim")}</span> : null}
        </TableCell>
        <TableCell numeric>{money(row.costMinor)}</TableCell>
        <TableCell numeric>{money(row.costPerLead)}</TableCell>
        <TableCell numeric>{money(row.costPerCustomer)}</TableCell>
      </TableRow>
    );
  });
}

interface RowsProps {
  readonly group: MoneyGroup;
  readonly isYoung: boolean;
  readonly isTotal?: boolean;
  readonly children: React.ReactNode;
}

/** In whole units: a table of øre per lead says no more. Without any currency a known nothing is a bare 0. */
function moneyText(
  minor: number | null,
  { currency }: MoneyRow,
  format: ReturnType<typeof formatFor>,
  zero = "–",
): string {
  if (minor === null) return "–";
  if (currency === null) return zero;
  return format.wholeMoney({ minor, currency });
}

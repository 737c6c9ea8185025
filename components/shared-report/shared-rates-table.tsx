import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import { RateCell } from "@/components/report/rate-cell";
import { RATE_MARKS, rateNameKey } from "@/components/report/rate-marks";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SharedRate, SharedReport, SharedRow } from "@/lib/domain/sharing/shared-report";
import { formatFor } from "@/lib/i18n/format";
import { asRate, isShown } from "./as-rows";
import { ShownFraction } from "./shown-count";

/** The three rates of each row and of all of them, with what is not shown said in its place. */
export function SharedRatesTable({ shared, title, rowLabel, rows, none, isTime = false }: SharedRatesTableProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const timeName = (name: string) =>
    name.includes("Q") ? t("figures.trend.quarterOf", { q: name.slice(-1), y: name.slice(0, 4) }) : format.month(name);
  return (
    <Table
      label={title}
      className="max-sm:table-fixed max-sm:text-sm max-sm:[&_:is(td,th)]:px-1 max-sm:[&_td]:whitespace-normal max-sm:[&_th]:wrap-anywhere max-sm:[&_th]:hyphens-auto"
    >
      <TableHeader>
        <TableRow>
          <TableHead className="max-sm:w-[29%]">{rowLabel}</TableHead>
          {RATES.map((name) => (
            <TableHead key={name} numeric className="sm:w-1/4">
              <span aria-hidden className={RATE_MARKS[name].text}>
                {RATE_MARKS[name].sign}{" "}
              </span>
              {t(`rates.${SHORT[rateNameKey(name, shared.basis)]}`)}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.name ?? "none"} row={row}>
            <bdi>{row.name === null ? none : isTime ? timeName(row.name) : row.name}</bdi>
          </Row>
        ))}
        <Row row={{ name: null, rates: shared.total.rates }} isTotal>
          {t("common.total")}
        </Row>
      </TableBody>
    </Table>
  );
}

// The whole names stand above, in the panels: a telephone has room for three columns of short ones.
const SHORT = {
  lead: "leadShort",
  qualification: "qualificationShort",
  opportunity: "opportunityShort",
  win: "win",
} as const;
const RATES = ["leadConversionRate", "qualificationRate", "opportunityConversionRate"] as const;

function Row({ row: { rates }, isTotal = false, children }: RowProps) {
  return (
    <TableRow className={isTotal ? "border-t-2 border-line font-semibold" : ""}>
      <th scope="row" className={cx("px-3 py-2.5 align-top", isTotal ? "font-semibold" : "font-normal")}>
        {children}
      </th>
      {RATES.map((name) => (
        <SharedCell key={name} name={name} rate={rates[name]} />
      ))}
    </TableRow>
  );
}

function SharedCell({ name, rate }: { readonly name: (typeof RATES)[number]; readonly rate: SharedRate }) {
  if (isShown(rate)) return <RateCell {...{ slug: null, query: null, name }} rate={asRate(rate)} />;
  return (
    <TableCell numeric>
      <ShownFraction rate={rate} />
    </TableCell>
  );
}

interface RowProps {
  readonly row: SharedRow;
  readonly isTotal?: boolean;
  readonly children: React.ReactNode;
}

interface SharedRatesTableProps {
  readonly shared: SharedReport;
  readonly title: string;
  readonly rowLabel: string;
  readonly rows: readonly SharedRow[];
  /** What the row without a name is called. */
  readonly none: string;
  readonly isTime?: boolean;
}

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { routes } from "@/lib/routes";
import { writeReport } from "@/lib/search-params";
import type { RateName } from "./fraction";
import { RateCell } from "./rate-cell";
import { RATE_MARKS, rateNameKey } from "./rate-marks";

/** The three rates of each row, and of all of them: the rows sum to the whole. */
export function RatesTable({ slug, title, rowLabel, rows, total, nameOf }: RatesTableProps) {
  const t = useTranslations();
  const basis = total.query?.basis ?? "start";
  return (
    <Table label={title} className="min-w-[36rem]">
      <TableHeader>
        <TableRow>
          <TableHead>{rowLabel}</TableHead>
          {RATES.map((name) => (
            <TableHead key={name} numeric className="w-1/4">
              <span aria-hidden className={RATE_MARKS[name].text}>
                {RATE_MARKS[name].sign}
                {"\u00a0"}
              </span>
              {t(`rates.${rateNameKey(name, basis)}`)}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.key ?? "none"} {...{ slug, row }}>
            {slug === null || row.query === null ? (
              nameOf(row)
            ) : (
              <a href={routes.team(slug, writeReport(row.query))} className="link">
                {nameOf(row)}
              </a>
            )}
          </Row>
        ))}
        <Row slug={slug} row={total} isTotal>
          {t("common.total")}
        </Row>
      </TableBody>
    </Table>
  );
}

const RATES = ["leadConversionRate", "qualificationRate", "opportunityConversionRate"] as const satisfies RateName[];

function Row({ slug, row, isTotal = false, children }: RowProps) {
  return (
    <TableRow className={isTotal ? "border-t-2 border-line font-semibold" : ""}>
      <th scope="row" className={cx("px-3 py-2.5 align-top", isTotal ? "font-semibold" : "font-normal")}>
        {children}
      </th>
      {RATES.map((name) => (
        <RateCell key={name} {...{ slug, name }} query={row.query} rate={row.rates[name]} />
      ))}
    </TableRow>
  );
}

interface RowProps {
  readonly slug: string | null;
  readonly row: ReportRow;
  readonly isTotal?: boolean;
  readonly children: React.ReactNode;
}

interface RatesTableProps {
  readonly slug: string | null;
  readonly title: string;
  readonly rowLabel: string;
  readonly rows: readonly ReportRow[];
  readonly total: ReportRow;
  readonly nameOf: (row: ReportRow) => string;
}

import { useLocale, useTranslations } from "next-intl";
import { Figure } from "@/components/charts/figure";
import { usePeriodText } from "@/components/report/period-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SharedAmount, SharedReport, SharedTime } from "@/lib/domain/sharing/shared-report";
import { formatFor } from "@/lib/i18n/format";
import { asReport } from "./as-rows";
import { SharedRatesTable } from "./shared-rates-table";
import { ShownCount } from "./shown-count";

interface BlockProps {
  readonly shared: SharedReport;
}

/** How long each stage holds its records. */
export function SharedTimeBlock({ shared: { times, ...shared } }: BlockProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const period = usePeriodText(asReport({ ...shared, times }).query);
  if (times === null || times.every(({ medianDays }) => medianDays === null)) return null;
  const quarters = ({ quarterDays: lo, threeQuartersDays: hi }: SharedTime) => {
    if (lo === null) return t("common.none");
    return hi === null
      ? t("figures.time.from", { lo: format.count(lo) })
      : t("figures.time.between", { lo: format.count(lo), hi: format.count(hi) });
  };
  return (
    <Figure finding={t("blocks.time")} subtitle={period} note={<p>{t("figures.time.note")}</p>}>
      <Table label={t("blocks.time")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("figures.time.stage")}</TableHead>
            <TableHead numeric>{t("figures.time.half")}</TableHead>
            <TableHead numeric>{t("figures.time.quarters")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {times.map((time) => (
            <TableRow key={`${time.stage.subject} ${time.stage.name}`}>
              <TableHead scope="row">{time.stage.name}</TableHead>
              <TableCell numeric>
                {time.medianDays === null ? t("common.none") : t("figures.time.days", { n: time.medianDays })}
              </TableCell>
              <TableCell numeric>{quarters(time)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Figure>
  );
}

/** The rates of each member, where their names are to be shown. */
export function SharedOwners({ shared }: BlockProps) {
  const t = useTranslations();
  const period = usePeriodText(asReport(shared).query);
  if (shared.owners === null || shared.owners.length === 0) return null;
  return (
    <Figure finding={t("shared.owners")} subtitle={period} note={<p>{t("def.owner")}</p>}>
      <SharedRatesTable
        {...{ shared, title: t("shared.owners"), rowLabel: t("terms.owner"), rows: shared.owners }}
        none={t("report.noOwner")}
      />
    </Figure>
  );
}

/** What was won and what a lead is worth, where amounts are to be shown. */
export function SharedMoneyBlock({ shared }: BlockProps) {
  const t = useTranslations();
  const period = usePeriodText(asReport(shared).query);
  if (shared.money === null) return null;
  const { won, rows } = shared.money;
  return (
    <Figure finding={t("blocks.money")} subtitle={period}>
      <dl className="flex flex-wrap gap-x-10 gap-y-4">
        {won.map(({ kind, per, deals, amount }, index) => (
          <div key={index} className="grid gap-0.5">
            <dt className="text-sm text-muted">{t(`figures.money.kind.${kind}`)}</dt>
            <dd className="text-xl font-semibold tracking-tight">
              <Amount of={amount} isMonthly={per === "month"} none={t("figures.money.noAmount")} />
            </dd>
            <dd className="text-sm text-muted">
              {deals === "hidden" ? <ShownCount count={deals} /> : t("figures.money.deals", { n: deals })}
            </dd>
          </div>
        ))}
      </dl>
      <Table label={t("blocks.money")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("figures.money.channel")}</TableHead>
            <TableHead numeric>{t("figures.money.value")}</TableHead>
            <TableHead numeric>{t("figures.money.valuePerLead")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ name, isTotal, value, perLead }, index) => (
            <TableRow key={index} className={isTotal ? "border-t-2 border-line font-semibold" : ""}>
              <TableHead scope="row">
                <bdi>{isTotal ? t("figures.money.all") : (name ?? t("figures.money.unattributed"))}</bdi>
              </TableHead>
              <TableCell numeric>
                <Amount of={value} />
              </TableCell>
              <TableCell numeric>
                <Amount of={perLead} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Figure>
  );
}

function Amount({ of: { minor, currency }, isMonthly = false, none = "–" }: AmountProps) {
  const t = useTranslations("figures.money");
  const format = formatFor(useLocale());
  if (minor === "hidden") return <ShownCount count="hidden" />;
  if (minor === null) return none;
  if (currency === null) return format.count(minor);
  const amount = format.wholeMoney({ minor, currency });
  return isMonthly ? t("perMonth", { amount }) : amount;
}

interface AmountProps {
  readonly of: SharedAmount;
  readonly isMonthly?: boolean;
  readonly none?: string;
}

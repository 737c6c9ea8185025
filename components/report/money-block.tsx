import { useLocale, useTranslations } from "next-intl";
import { Figure } from "@/components/charts/figure";
import type { Money, WonKind } from "@/lib/domain/metrics/money";
import type { Report } from "@/lib/domain/metrics/report";
import { sum } from "@/lib/domain/stats/sum";
import { formatFor } from "@/lib/i18n/format";
import { MoneyTable } from "./money-table";
import { periodText } from "./period-text";

/** What was won by kind, what a lead is worth and what it costs, channel by channel; every currency apart. */
export function MoneyBlock({ report, data }: MoneyBlockProps) {
  const t = useTranslations();
  const { query } = report;
  const period = periodText(query, formatFor(useLocale())) ?? t("report.everything");
  return (
    <Figure
      finding={<Finding money={data} />}
      subtitle={t(query.basis === "start" ? "figures.money.subtitle" : "figures.money.subtitleDecision", { period })}
      note={
        <p>
          {t("figures.money.note")}
          {data.unvalued === 0 ? null : ` ${t("figures.money.unvalued", { n: data.unvalued })}`}
        </p>
      }
    >
      {data.won.length === 0 ? null : (
        <dl className="flex flex-wrap gap-x-10 gap-y-4">
          {data.won.map((won) => (
            <Won key={`${won.kind} ${won.amount?.currency ?? ""}`} won={won} />
          ))}
        </dl>
      )}
      <MoneyTable {...{ report, money: data }} />
    </Figure>
  );
}

interface MoneyBlockProps {
  readonly report: Report;
  readonly data: Money;
}

function Finding({ money: { total, won } }: { readonly money: Money }) {
  const t = useTranslations("figures.money");
  const format = formatFor(useLocale());
  const [row, other] = total.rows;
  const deals = sum(won.map((each) => each.deals));
  if (row?.currency != null && other === undefined && (row.valuePerLead ?? 0) > 0) {
    return t("worth", { v: format.wholeMoney({ minor: row.valuePerLead ?? 0, currency: row.currency }) });
  }
  return deals === 0 ? t("none") : t("won", { n: deals });
}

function Won({ won: { kind, per, deals, amount } }: { readonly won: WonKind }) {
  const t = useTranslations("figures.money");
  const format = formatFor(useLocale());
  const shown = amount === null ? t("noAmount") : format.money(amount);
  return (
    <div className="grid gap-0.5">
      <dt className="text-sm text-muted">{t(`kind.${kind}`)}</dt>
      <dd className="text-xl font-semibold tracking-tight">
        {per === "month" && amount !== null ? t("perMonth", { amount: shown }) : shown}
      </dd>
      <dd className="text-sm text-muted">{t("deals", { n: deals })}</dd>
    </div>
  );
}

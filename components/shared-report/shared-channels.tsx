import { useTranslations } from "next-intl";
import { DotPlot } from "@/components/charts/dot-plot";
import { Figure } from "@/components/charts/figure";
import { usePeriodText } from "@/components/report/period-text";
import type { ReportRow } from "@/lib/domain/metrics/report";
import type { SharedReport, SharedRates } from "@/lib/domain/sharing/shared-report";
import { areShown, asReport, isShown } from "./as-rows";
import { SharedRatesTable } from "./shared-rates-table";
import { ShownFraction } from "./shown-count";

/** The channels ranked, or by name where any count of theirs is not shown; their campaigns folded away. */
export function SharedChannels({ shared }: { readonly shared: SharedReport }) {
  const t = useTranslations();
  const { query, channels, total } = asReport(shared);
  const period = usePeriodText(query);
  if (channels.length === 0) return null;
  const campaigns =
    shared.campaigns.length === 0 ? undefined : (
      <SharedRatesTable
        {...{ shared, title: t("report.campaigns"), rowLabel: t("terms.campaign"), rows: shared.campaigns }}
        none={t("report.noCampaign")}
      />
    );
  const plot = { period, channels, total, basis: query.basis, folded: campaigns };
  const nameOf = (row: ReportRow) => <bdi>{row.name ?? t("report.noChannel")}</bdi>;
  if (shared.narrowedTo > 0) {
    return campaigns === undefined ? null : (
      <Figure finding={t("report.campaigns")} subtitle={period}>
        {campaigns}
      </Figure>
    );
  }
  if (areShown([...shared.channels, { name: null, rates: shared.total.rates }])) {
    return <DotPlot {...plot} nameOf={nameOf} />;
  }
  const leads = shared.total.rates.qualificationRate.trials;
  const own = new Map(shared.channels.map(({ name, rates }) => [name, rates]));
  const rateOf = (row: ReportRow, name: keyof SharedRates) =>
    (row === total ? shared.total.rates : own.get(row.name))?.[name] ?? null;
  return (
    <DotPlot
      {...plot}
      nameOf={nameOf}
      fraction={(row, name) => <Fraction rate={rateOf(row, name)} />}
      partly={{
        isUnseen: (row, name) => !isShown(rateOf(row, name)),
        finding: t("blocks.channels"),
        subtitle: leads === "hidden" ? period : t("figures.channels.subtitle", { period, n: leads }),
        note: `${t("shared.byName")} ${t("shared.unseen")}`,
      }}
    />
  );
}

function Fraction({ rate }: { readonly rate: SharedRates["step2"] }) {
  return rate === null ? null : <ShownFraction rate={rate} />;
}

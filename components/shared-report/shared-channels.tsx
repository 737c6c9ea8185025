import { useTranslations } from "next-intl";
import { DotPlot } from "@/components/charts/dot-plot";
import { Figure } from "@/components/charts/figure";
import { usePeriodText } from "@/components/report/period-text";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";
import { areShown, asReport } from "./as-rows";
import { SharedRatesTable } from "./shared-rates-table";

/** The channels ranked, or by name in a table where any count of theirs is not shown; their campaigns folded away. */
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
  if (areShown([...shared.channels, { name: null, rates: shared.total.rates }])) {
    return (
      <DotPlot
        {...{ period, channels, total, basis: query.basis, folded: campaigns }}
        nameOf={(row) => <bdi>{row.name ?? t("report.noChannel")}</bdi>}
      />
    );
  }
  return (
    <Figure
      finding={t("blocks.channels")}
      subtitle={period}
      note={<p>{t("shared.byName")}</p>}
      table={campaigns}
      tableTitle={t("report.campaigns")}
    >
      <SharedRatesTable
        {...{ shared, title: t("blocks.channels"), rowLabel: t("terms.channel"), rows: shared.channels }}
        none={t("report.noChannel")}
      />
    </Figure>
  );
}

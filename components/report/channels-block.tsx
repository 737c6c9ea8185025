import { useTranslations } from "next-intl";
import { DotPlot } from "@/components/charts/dot-plot";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { routes } from "@/lib/routes";
import { writeReport } from "@/lib/search-params";
import type { BlockProps } from "./block-props";
import { Fraction } from "./fraction";
import { usePeriodText } from "./period-text";
import { RatesTable } from "./rates-table";

/** The channels ranked, and their campaigns folded away below them. */
export function ChannelsBlock({ slug, report }: Pick<BlockProps, "slug" | "report">) {
  const t = useTranslations();
  const period = usePeriodText(report.query);
  const { query, channels, campaigns, total } = report;
  if (channels.length === 0) return null;
  return (
    <DotPlot
      {...{ period, channels, total, basis: query.basis }}
      nameOf={(row) => <RowLink {...{ slug, row }}>{row.name ?? t("report.noChannel")}</RowLink>}
      fraction={(row, name, rate) => <Fraction {...{ slug, query: row.query, name, rate }} />}
      folded={
        campaigns.length === 0 ? undefined : (
          <RatesTable
            {...{ slug, title: t("report.campaigns"), rowLabel: t("terms.campaign"), rows: campaigns, total }}
            nameOf={(row) => row.name ?? t("report.noCampaign")}
          />
        )
      }
    />
  );
}

function RowLink({ slug, row, children }: RowLinkProps) {
  if (slug === null || row.query === null) return children;
  const { query } = row;
  const href =
    row.name === null || row.key === null
      ? routes.team(slug, writeReport(query))
      : routes.channel(slug, row.key, writeReport({ ...query, channels: [] }));
  return (
    <a href={href} className="link">
      {children}
    </a>
  );
}

interface RowLinkProps {
  readonly slug: string | null;
  readonly row: ReportRow;
  readonly children: React.ReactNode;
}

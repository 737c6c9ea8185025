import { useTranslations } from "next-intl";
import { DotPlot } from "@/components/charts/dot-plot";
import type { Held } from "@/lib/domain/diagnosis/report-findings";
import type { Step } from "@/lib/domain/metrics/channel-cells";
import type { Report, ReportRow } from "@/lib/domain/metrics/report";
import { routes } from "@/lib/routes";
import { writeReport } from "@/lib/search-params";
import type { BlockProps } from "./block-props";
import { Fraction } from "./fraction";
import { usePeriodText } from "./period-text";
import { RatesTable } from "./rates-table";

/** The channels ranked, and their campaigns folded away below them. */
export function ChannelsBlock({ slug, report, held }: Pick<BlockProps, "slug" | "report" | "held">) {
  const t = useTranslations();
  const period = usePeriodText(report.query);
  const { query, channels, campaigns, total } = report;
  if (channels.length === 0) return null;
  return (
    <DotPlot
      {...{ period, channels, total, basis: query.basis }}
      nameOf={(row) => <RowLink {...{ slug, row }}>{row.name ?? t("report.noChannel")}</RowLink>}
      targetOf={(row, step) => targetOfRow(row, step, report, held)}
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

/** The whole is held against the team's target, a channel against its own, and what has no channel against none. */
function targetOfRow(row: ReportRow, step: Step, { query, total }: Report, { targetOf }: Held): number | null {
  if (query.basis === "decision" || (row.key === null && row !== total)) return null;
  return targetOf(row === total ? null : row.key, step);
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

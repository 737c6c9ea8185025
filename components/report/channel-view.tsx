import { useTranslations } from "next-intl";
import { DotPlot } from "@/components/charts/dot-plot";
import type { CampaignRow } from "@/lib/domain/metrics/campaign-row";
import type { ReportRow } from "@/lib/domain/metrics/report";
import type { MiddleBlock } from "@/lib/domain/metrics/report-blocks";
import type { ReportKey } from "@/lib/search-params";
import type { BlockProps } from "./block-props";
import { ChannelCampaigns } from "./channel-campaigns";
import { CountedLink } from "./counted-link";
import { Fraction } from "./fraction";
import { usePeriodText } from "./period-text";
import { ReportBlocks } from "./report-blocks";
import { ReportFilters, type TypedDays } from "./report-filters";

/** One channel: the blocks of the report for it alone, it against the rest, its campaigns and its records. */
export function ChannelView({ channel, rest, campaigns, order, ignored, typed, ...shown }: ChannelViewProps) {
  const { slug, report } = shown;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ReportBlocks
        {...{ order, ...shown }}
        filters={
          <>
            <ReportFilters {...{ slug, report, ignored, typed }} channel={channel.id} />
            <Records {...{ slug, report }} />
            <AgainstRest {...{ slug, report, channel, rest }} held={shown.held} />
          </>
        }
      />
      <ChannelCampaigns campaigns={campaigns} />
    </div>
  );
}

interface ChannelViewProps extends BlockProps {
  readonly slug: string;
  readonly channel: { readonly id: string; readonly name: string };
  /** The same numbers of all other channels. */
  readonly rest: ReportRow;
  readonly campaigns: readonly CampaignRow[];
  readonly order: readonly MiddleBlock[];
  readonly ignored: readonly ReportKey[];
  readonly typed: TypedDays;
}

function Records({ slug, report: { query, total } }: Pick<ChannelViewProps, "slug" | "report">) {
  const t = useTranslations("report.channel");
  const period = usePeriodText(query);
  const { leadConversionRate: leads, opportunityConversionRate: opportunities } = total.rates;
  return (
    <p className="text-muted">
      {period}:{" "}
      {t.rich("records", {
        l: () => <CountedLink {...{ slug, query, counted: "leadConversionRate.trials", count: leads.trials }} />,
        o: () => (
          <CountedLink {...{ slug, query, counted: "opportunityConversionRate.trials", count: opportunities.trials }} />
        ),
        n: leads.trials,
        m: opportunities.trials,
      })}
    </p>
  );
}

type AgainstRestProps = Pick<ChannelViewProps, "slug" | "report" | "channel" | "rest" | "held">;

function AgainstRest({ slug, report, channel, rest, held }: AgainstRestProps) {
  const t = useTranslations("report.channel");
  const period = usePeriodText(report.query);
  const own: ReportRow = { ...report.total, key: channel.id, name: channel.name };
  const others: ReportRow = { ...rest, name: t("rest") };
  if (own.rates.leadConversionRate.trials + own.rates.opportunityConversionRate.trials === 0) return null;
  return (
    <DotPlot
      {...{ period, basis: report.query.basis, channels: [own, others], total: own }}
      nameOf={(row) => row.name}
      isPair
      targetOf={(row, step) => (row === own && report.query.basis === "start" ? held.targetOf(channel.id, step) : null)}
      fraction={(row, name, rate) => (
        <Fraction {...{ slug: row.query === null ? null : slug, query: row.query, name, rate }} />
      )}
    />
  );
}

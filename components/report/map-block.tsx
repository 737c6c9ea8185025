import { useLocale, useTranslations } from "next-intl";
import { ChannelMapDrawing } from "@/components/charts/channel-map";
import { Figure } from "@/components/charts/figure";
import { type ChannelMap, channelMapOf, type MapPoint } from "@/components/charts/map-points";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import { routes } from "@/lib/routes";
import { writeReport } from "@/lib/search-params";
import type { BlockProps } from "./block-props";
import { usePeriodText } from "./period-text";

/** Where each channel stands in both steps, and so what to do with it. */
export function MapBlock({ slug, report, held }: Omit<BlockProps, "blocks">) {
  const t = useTranslations();
  const period = usePeriodText(report.query);
  const map = channelMapOf(report.channels, report.total, (step) => held.targetOf(null, step));
  if (map === null) return null;
  const isByStart = report.query.basis === "start";
  const names = {
    x: t("rates.qualificationShort"),
    y: t(isByStart ? "rates.stepTwoShort" : "rates.win"),
  };
  const link = ({ row }: MapPoint, drawn: React.ReactNode) =>
    slug === null || row.query === null || row.key === null ? (
      drawn
    ) : (
      <a href={routes.channel(slug, row.key, writeReport({ ...report.query, channels: [] }))}>{drawn}</a>
    );
  return (
    <Figure
      finding={<Finding map={map} />}
      subtitle={t("figures.map.subtitle", { period, n: map.points.length })}
      note={
        <p>
          {t("figures.map.note")}
          {map.few.length === 0 ? null : ` ${t("figures.map.few", { ch: map.few.map(({ name }) => name).join(", ") })}`}
        </p>
      }
      table={<MapTable {...{ map, names }} isByStart={isByStart} />}
    >
      <ChannelMapDrawing {...{ map, names, link }} hasCurves={isByStart} />
    </Figure>
  );
}

/** The largest channel that is certainly somewhere. */
function Finding({ map: { points } }: { readonly map: ChannelMap }) {
  const t = useTranslations();
  const [largest] = points.filter(({ certainty }) => certainty === "clear").toSorted((a, b) => b.x.trials - a.x.trials);
  if (largest === undefined) return t("figures.map.unclear");
  return t("figures.map.finding", { ch: largest.row.name ?? "", corner: t(`blocks.mapCorner.${largest.corner}`) });
}

function MapTable({ map, names, isByStart }: MapTableProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  return (
    <Table label={t("common.showAsTable")} className="min-w-[36rem]">
      <TableHeader>
        <TableRow>
          <TableHead>{t("terms.channel")}</TableHead>
          <TableHead numeric>{names.x}</TableHead>
          <TableHead numeric>{names.y}</TableHead>
          {isByStart ? <TableHead numeric>{t("rates.perHundred")}</TableHead> : null}
          <TableHead>{t("figures.map.corner")}</TableHead>
          <TableHead>{t("figures.map.certainty")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {map.points.map(({ row, x, y, certainty, corner }) => (
          <TableRow key={row.key ?? "none"}>
            <TableHead scope="row">{row.name}</TableHead>
            <TableCell numeric>{rateText(x, format).value}</TableCell>
            <TableCell numeric>{rateText(y, format).value}</TableCell>
            {isByStart ? (
              <TableCell numeric>
                {format.decimal((100 * (x.value ?? 0) * y.hits) / Math.max(1, y.trials), 1)}
              </TableCell>
            ) : null}
            <TableCell>{t(`blocks.mapCorner.${corner}`)}</TableCell>
            <TableCell>{t(`figures.map.${certainty}Word`)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface MapTableProps {
  readonly map: ChannelMap;
  readonly names: { readonly x: string; readonly y: string };
  readonly isByStart: boolean;
}

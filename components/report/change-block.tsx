import { useLocale, useTranslations } from "next-intl";
import { Figure } from "@/components/charts/figure";
import { SignedBar } from "@/components/charts/signed-bar";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { type Change, changeFinding, changeOf } from "@/lib/domain/metrics/change";
import type { Report } from "@/lib/domain/metrics/report";
import { addDays } from "@/lib/domain/period";
import { formatFor } from "@/lib/i18n/format";
import { rateText } from "@/lib/i18n/rate-text";
import type { BlockProps } from "./block-props";
import { usePeriodText } from "./period-text";

/** Why the share of customers moved since the period compared with; nothing is drawn of young figures. */
export function ChangeBlock({ report, held: { before } }: Pick<BlockProps, "report" | "held">) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const period = usePeriodText(report.query);
  const change = changeOf(report.total, report.channels, before);
  if (change === null || before === null) return null;
  const { previous, days, previousDays, equalLength } = before.comparison;
  const finding = changeFinding(change);
  const earlier = format.dateRangeWithYear(previous.from, addDays(previous.to, -1));
  return (
    <Figure
      finding={<Finding {...{ report, change }} cmp={t(CMP[before.compare])} />}
      subtitle={t("figures.change.subtitle", { period, earlier })}
      note={
        <p>
          {t("figures.change.note")}
          {equalLength ? null : ` ${t("figures.change.unequal", { days, previousDays })}`}
        </p>
      }
      {...(finding.kind === "young" || change.channels.length < 2
        ? {}
        : { table: <ByChannel {...{ report, change }} />, tableTitle: t("figures.change.byChannel") })}
    >
      {finding.kind === "young" ? null : <Parts change={change} />}
    </Figure>
  );
}

const CMP = { prev: "evidence.base.previous", year: "evidence.base.year" } as const;

interface FindingProps {
  readonly report: Report;
  readonly change: Change;
  readonly cmp: string;
}

function Finding({ report, change, cmp }: FindingProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const finding = changeFinding(change);
  switch (finding.kind) {
    case "young": {
      const young = report.months.find(({ key, rates }) => key !== null && rates.leadConversionRate.preliminary);
      const month = young?.key ?? null;
      return month === null ? t("figures.change.young") : t("findings.movePrelim", { m: format.month(month) });
    }
    case "same":
      return t("findings.moveSame", { cmp });
    case "mix": {
      const name = report.channels.find(({ key }) => key === finding.channel)?.name ?? t("report.noChannel");
      return t("findings.moveMix", { x: format.points(finding.points), ch: name });
    }
    case "step": {
      const [p, v] = [rateText(change.before, format).value, rateText(change.now, format).value];
      return t("findings.moveStep", { dir: finding.direction, cmp, p, v, s: finding.step });
    }
  }
}

function Parts({ change: { before, now, steps } }: { readonly change: Change }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const parts = [
    { key: "step1", name: t("terms.stepOne"), value: steps.step1 },
    { key: "step2", name: t("terms.stepTwo"), value: steps.step2 },
    { key: "direct", name: t("figures.change.direct"), value: steps.direct },
  ];
  const max = Math.max(...parts.map(({ value }) => Math.abs(value)));
  const whole = (name: string, value: string) => (
    <TableRow className="font-semibold">
      <TableHead scope="row" className="text-fg">
        {name}
      </TableHead>
      <TableCell />
      <TableCell numeric>{value}</TableCell>
    </TableRow>
  );
  return (
    <Table label={t("blocks.change")}>
      <TableHeader>
        <TableRow>
          <TableHead>{t("figures.change.part")}</TableHead>
          <TableHead className="w-1/2">
            <span className="sr-only">{t("figures.change.drawn")}</span>
          </TableHead>
          <TableHead numeric>{t("figures.change.points")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {whole(t("figures.change.before"), rateText(before, format).value)}
        {parts.map(({ key, name, value }) => (
          <TableRow key={key}>
            <TableHead scope="row" className="font-normal text-fg">
              {name}
            </TableHead>
            <TableCell>
              <SignedBar {...{ value, max }} />
            </TableCell>
            <TableCell numeric>{format.signedPoints(value)}</TableCell>
          </TableRow>
        ))}
        {whole(t("figures.change.now"), rateText(now, format).value)}
      </TableBody>
    </Table>
  );
}

function ByChannel({ report, change }: { readonly report: Report; readonly change: Change }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const nameOf = (channel: string | null) =>
    report.channels.find(({ key }) => key === channel)?.name ??
    report.choices.channels.find(({ id }) => id === channel)?.name ??
    t("report.noChannel");
  return (
    <Table label={t("figures.change.byChannel")}>
      <TableHeader>
        <TableRow>
          <TableHead>{t("terms.channel")}</TableHead>
          <TableHead numeric>{t("figures.change.rate")}</TableHead>
          <TableHead numeric>{t("figures.change.mix")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {change.channels.map(({ key, rate, mix }) => (
          <TableRow key={key ?? "none"}>
            <TableHead scope="row">{nameOf(key)}</TableHead>
            <TableCell numeric>{format.signedPoints(rate)}</TableCell>
            <TableCell numeric>{format.signedPoints(mix)}</TableCell>
          </TableRow>
        ))}
        <TableRow className="border-t-2 border-line font-semibold">
          <TableHead scope="row">{t("common.total")}</TableHead>
          <TableCell numeric>{format.signedPoints(change.rate)}</TableCell>
          <TableCell numeric>{format.signedPoints(change.mix)}</TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}

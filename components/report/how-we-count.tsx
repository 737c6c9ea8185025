import { useLocale, useTranslations } from "next-intl";
import { Card, CardTitle } from "@/components/ui/card";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import type { Counted } from "@/lib/domain/metrics/counted";
import type { Report } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { formatFor } from "@/lib/i18n/format";
import { CountedLink } from "./counted-link";
import { periodText } from "./period-text";

/** What is left out or stands beside the rates, each opening its list, and what all of it means. */
export function HowWeCount({ slug, report }: { readonly slug: string | null; readonly report: Report }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { query, timeZone, asOf } = report;
  return (
    <Card className="grid gap-5">
      <CardTitle>{t("blocks.how")}</CardTitle>
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <section className="grid content-start gap-2">
          <h3 className="font-medium">{t("report.notCounted")}</h3>
          <ul className="grid gap-1.5">
            {besides(report).map(({ key, counted, count, of }) => (
              <li key={key} className={count === 0 ? "text-muted" : ""}>
                <CountedLink slug={slug} query={count === 0 ? null : of} counted={counted} count={count}>
                  {t(key, { n: format.count(count) })}
                </CountedLink>
              </li>
            ))}
          </ul>
        </section>
        <section className="grid content-start gap-2">
          <h3 className="font-medium">{t("report.meaning")}</h3>
          <DefinitionList>
            <Definition term={t("report.period")}>{periodText(query, format) ?? t("report.everything")}</Definition>
            <Definition term={t(query.basis === "start" ? "rates.byStart" : "rates.byDecision")}>
              {t(`def.${query.basis}`)}
            </Definition>
            <Definition term={t("report.zone")}>{timeZone}</Definition>
            <Definition term={t("report.asOf")}>{format.moment(asOf, timeZone)}</Definition>
          </DefinitionList>
          <p className="max-w-prose text-sm text-muted">
            {t(query.basis === "start" ? "def.diff" : "def.noProduct")} {t("def.channel")} {t("def.owner")}{" "}
            {t("def.range")} {query.asOf === undefined ? null : t("report.namesNow")}
          </p>
        </section>
      </div>
    </Card>
  );
}

interface Beside {
  readonly key: "def.excluded" | "def.direct" | "def.noLead" | `report.${ReportLine}`;
  readonly counted: Counted;
  readonly count: number;
  readonly of: ReportQuery;
}

type ReportLine =
  "unattributed" | "waiting" | "faultyLeads" | "faultyOpportunities" | "undatedLeads" | "undatedOpportunities";

function besides({ query, total, channels }: Report): readonly Beside[] {
  const { leads, opportunities } = total.parts;
  const unattributed = channels.find(({ key }) => key === null);
  return [
    { key: "def.excluded", counted: "leads.excluded", count: leads.excluded, of: query },
    {
      key: "report.unattributed",
      counted: "leadConversionRate.trials",
      count: unattributed?.rates.leadConversionRate.trials ?? 0,
      of: unattributed?.query ?? query,
    },
    { key: "def.direct", counted: "leads.direct", count: leads.direct, of: query },
    { key: "def.noLead", counted: "opportunities.withoutLead", count: opportunities.withoutLead, of: query },
    { key: "report.waiting", counted: "leads.waiting", count: leads.waiting, of: query },
    { key: "report.faultyLeads", counted: "leads.faulty", count: leads.faulty, of: query },
    { key: "report.faultyOpportunities", counted: "opportunities.faulty", count: opportunities.faulty, of: query },
    { key: "report.undatedLeads", counted: "leads.undated", count: leads.undated, of: query },
    { key: "report.undatedOpportunities", counted: "opportunities.undated", count: opportunities.undated, of: query },
  ];
}

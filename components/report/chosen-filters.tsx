import { X } from "@/components/ui/icons";
import { useLocale, useTranslations } from "next-intl";
import type { Report, ReportChoice } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { writeReport } from "@/lib/search-params";
import { periodText } from "./period-text";

/** What the numbers are of, in words (on paper the only trace of the filters), each filter with a way to remove it. */
export function ChosenFilters({ slug, report }: { readonly slug: string; readonly report: Report }) {
  const t = useTranslations();
  const { query } = report;
  const period = periodText(query, formatFor(useLocale())) ?? t("report.everything");
  const chips = [...useChips(report), ...useMoments(report)];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="mr-2 text-muted">
        {period} · {t(query.basis === "start" ? "rates.byStart" : "rates.byDecision")}
      </p>
      {chips.length === 0 ? null : (
        <ul aria-label={t("report.chosen")} className="flex flex-wrap gap-2">
          {chips.map(({ key, name, without }) => (
            <li key={key} className="flex min-h-7 items-center gap-1 rounded-full border border-edge pl-3 text-sm">
              {name}
              <a
                href={routes.team(slug, writeReport(without))}
                aria-label={t("report.removeFilter", { name })}
                className="grid size-7 place-items-center rounded-full hover:bg-open"
              >
                <X aria-hidden data-print="hide" className="size-3.5" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface Chip {
  readonly key: string;
  readonly name: string;
  readonly without: ReportQuery;
}

/** As of when, and within how many days: not filters, but what the numbers are of all the same. */
function useMoments({ query, timeZone }: Report): readonly Chip[] {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { asOf, windowDays, ...plain } = query;
  const [past, window] = [asOf === undefined ? {} : { asOf }, windowDays === undefined ? {} : { windowDays }];
  return [
    ...(asOf === undefined
      ? []
      : [
          {
            key: "asOf",
            without: { ...plain, ...window },
            name: t("common.recordedBy", { t: format.moment(asOf.at, timeZone) }),
          },
        ]),
    ...(windowDays === undefined
      ? []
      : [{ key: "windowDays", without: { ...plain, ...past }, name: t("report.window", { days: windowDays }) }]),
  ];
}

function useChips({ query, choices }: Report): readonly Chip[] {
  const t = useTranslations("report");
  const nameOf = (id: string, none: string, all: readonly ReportChoice[]) =>
    id === "none" ? none : (all.find((each) => each.id === id)?.name ?? t("unknown"));
  return [
    ...query.channels.map((id) => ({
      key: `channel-${id}`,
      name: nameOf(id, t("noChannel"), choices.channels),
      without: { ...query, channels: query.channels.filter((other) => other !== id) },
    })),
    ...query.campaigns.map((id) => ({
      key: `campaign-${id}`,
      name: nameOf(id, t("noCampaign"), choices.campaigns),
      without: { ...query, campaigns: query.campaigns.filter((other) => other !== id) },
    })),
    ...query.owners.map((id) => ({
      key: `owner-${id}`,
      name: nameOf(id, t("noOwner"), choices.owners),
      without: { ...query, owners: query.owners.filter((other) => other !== id) },
    })),
  ];
}

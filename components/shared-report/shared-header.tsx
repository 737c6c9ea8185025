import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { usePeriodText } from "@/components/report/period-text";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { PeriodChoice } from "@/lib/domain/period";
import type { CopyPlace, LinkMode } from "@/lib/domain/sharing/link";
import type { SharedReport } from "@/lib/domain/sharing/shared-report";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { asReport } from "./as-rows";

export interface HeadOfShare {
  readonly token: string;
  readonly place: CopyPlace;
  readonly name: string;
  readonly team: string;
  readonly mode: LinkMode;
  readonly createdAt: Date;
  readonly ranges: readonly PeriodChoice[];
  readonly shared: SharedReport;
}

/** Whose report it is, of when and of what, and what else of it there is to see. */
export function SharedHeader({ token, place, name, team, mode, createdAt, ranges, shared }: HeadOfShare) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { query } = asReport(shared);
  const period = usePeriodText(query);
  const date = format.dateOf(createdAt, shared.timeZone);
  return (
    <header className="grid gap-3 pb-2">
      <p className="text-muted">
        <bdi>{team}</bdi>
      </p>
      <h1 className="text-[1.75rem] leading-9 font-semibold tracking-tight break-words">{name}</h1>
      <p className="text-muted">
        {period} · {t(shared.basis === "start" ? "rates.byStart" : "rates.byDecision")}
      </p>
      <p className="text-sm text-muted">{t("sharing.by", { who: team, date, mode: t(`links.${mode}`) })}</p>
      <Filters shared={shared} />
      <Ranges {...{ token, place, ranges }} />
      <Narrowing {...{ token, place, shared }} />
      {shared.isSample ? <p className="font-semibold">{t("shared.sample")}</p> : null}
      {shared.isHiding ? (
        <p className="rounded-control border border-dashed border-edge px-3 py-2 text-sm">{t("shared.hiding")}</p>
      ) : null}
      <details className="max-w-prose text-sm" data-print="hide">
        <summary className="link w-fit py-1">{t("sharing.whatIsThis")}</summary>
        <p className="pt-1">{t("shared.meaning")}</p>
      </details>
    </header>
  );
}

/** What the link is of, which nobody can take off. */
function Filters({ shared: { filters } }: Pick<HeadOfShare, "shared">) {
  const t = useTranslations();
  const names = (all: readonly (string | null)[], none: string) => all.map((name) => name ?? none).join(", ");
  const lines = [
    ...(filters.channels.length === 0
      ? []
      : [t("shared.onlyChannels", { names: names(filters.channels, t("report.noChannel")) })]),
    ...(filters.campaigns.length === 0
      ? []
      : [t("shared.onlyCampaigns", { names: names(filters.campaigns, t("report.noCampaign")) })]),
    ...(filters.isByOwner ? [t("shared.onlyOwners")] : []),
  ];
  return lines.map((line) => <p key={line}>{line}</p>);
}

function Ranges({ token, place, ranges }: Pick<HeadOfShare, "token" | "place" | "ranges">) {
  const t = useTranslations();
  if (ranges.length < 2) return null;
  return (
    <nav aria-label={t("shared.ranges")} className="flex flex-wrap gap-x-5 gap-y-1 text-sm" data-print="hide">
      {ranges.map(({ key }, range) => (
        <Link
          key={key}
          prefetch={false}
          href={routes.sharedReport(token, queryOf({ ...place, range }))}
          className={range === place.range ? "py-1 font-semibold" : "link py-1"}
          {...(range === place.range ? { "aria-current": "page" } : {})}
        >
          {t(`period.${key}`)}
        </Link>
      ))}
    </nav>
  );
}

/** A form of the browser's own: it works without scripts. */
function Narrowing({ token, place, shared: { narrowing } }: Pick<HeadOfShare, "token" | "place" | "shared">) {
  const t = useTranslations();
  if (narrowing.length === 0) return null;
  return (
    <form method="get" action={routes.sharedReport(token)} className="flex flex-wrap items-end gap-2" data-print="hide">
      {place.range === 0 ? null : <input type="hidden" name="range" value={place.range} />}
      <label className="grid gap-1 text-sm">
        {t("shared.channel")}
        <Select
          name="channel"
          defaultValue={`${place.channel}`}
          options={[
            { value: "0", label: t("shared.allChannels") },
            ...narrowing.map((name, index) => ({ value: `${index + 1}`, label: name ?? t("report.noChannel") })),
          ]}
        />
      </label>
      <Button type="submit">{t("shared.show")}</Button>
    </form>
  );
}

/** The first of each is not written out: the link as it was given has no query. */
export function queryOf({ range, channel }: CopyPlace) {
  return { ...(range === 0 ? {} : { range }), ...(channel === 0 ? {} : { channel }) };
}

import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlProps, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import { Unfolded } from "@/components/ui/unfolded";
import type { Report, ReportChoice } from "@/lib/domain/metrics/report";
import { addDays, PERIOD_KEYS } from "@/lib/domain/period";
import { COMPARES } from "@/lib/domain/metrics/report-query";
import { formatFor } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import type { ReportKey } from "@/lib/search-params";

/**
 * A plain form that asks for the page anew: it works without scripts, and every report has an address. On a phone it is folded
 * away, so that the answer comes before the question.
 */
export function ReportFilters({ slug, report, ignored, typed, channel }: ReportFiltersProps) {
  const t = useTranslations();
  const { query, choices } = report;
  const isMistyped = DAY_KEYS.some((key) => ignored.includes(key));
  const basis = [
    { value: "start", label: t("rates.byStart") },
    { value: "decision", label: t("rates.byDecision") },
  ];
  const filter = (none: string, all: readonly ReportChoice[]) => [
    { value: "", label: t("terms.all") },
    { value: "none", label: none },
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Unfolded
      summary={t("report.filters")}
      open={ignored.length > 0}
      className="z-20 -mx-2 bg-bg px-2 py-2 xl:sticky xl:top-0"
    >
      <form
        method="get"
        action={channel === undefined ? routes.team(slug) : routes.channel(slug, channel)}
        aria-label={t("report.filters")}
        className={cx(
          FORM,
          channel === undefined
            ? "xl:grid-cols-[1.4fr_1.3fr_1.2fr_1fr_1fr_1fr_auto]"
            : "xl:grid-cols-[1.4fr_1.3fr_1.2fr_1fr_1fr_auto]",
        )}
      >
        <Choice
          name="period"
          label={t("period.label")}
          chosen={[isMistyped ? "custom" : query.periodChoice.key]}
          options={PERIOD_KEYS.map((key) => ({ value: key, label: t(`period.${key}`) }))}
        />
        <Choice
          name="compare"
          label={t("terms.compareWith")}
          chosen={[query.compare ?? "prev"]}
          options={COMPARES.map((value) => ({ value, label: t(`period.compare.${value}`) }))}
        />
        <Choice name="basis" label={t("report.basis")} chosen={[query.basis]} options={basis} />
        {channel === undefined ? (
          <Choice
            name="channel"
            label={t("terms.channel")}
            chosen={query.channels}
            options={filter(t("report.noChannel"), choices.channels)}
          />
        ) : null}
        <Choice
          name="campaign"
          label={t("terms.campaign")}
          chosen={query.campaigns}
          options={filter(t("report.noCampaign"), choices.campaigns)}
        />
        <Choice
          name="owner"
          label={t("terms.owner")}
          chosen={query.owners}
          options={filter(t("report.noOwner"), choices.owners)}
        />
        <Button type="submit" tone="secondary">
          {t("report.show")}
        </Button>
        <Kept query={query} />
        <DayFields {...{ query, ignored, typed }} />
      </form>
    </Unfolded>
  );
}

const FORM = "group z-20 -mx-2 grid grid-cols-2 items-end gap-3 bg-bg px-2 py-2 sm:grid-cols-3 xl:sticky xl:top-0";

/** What has no field of its own stays asked until its chip is removed. */
function Kept({ query: { asOf, windowDays } }: Pick<Report, "query">) {
  return (
    <>
      {asOf === undefined ? null : <input type="hidden" name="asOf" value={asOf.at.toISOString()} />}
      {windowDays === undefined ? null : <input type="hidden" name="windowDays" value={windowDays} />}
    </>
  );
}

/** One of several; further ones that the address holds stay chosen until their chip is removed. */
function Choice({ name, label, chosen, options }: ChoiceProps) {
  const [first = "", ...others] = chosen;
  return (
    <Field id={`report-${name}`} label={label}>
      <Select id={`report-${name}`} name={name} defaultValue={first} options={options} />
      {others.map((value) => (
        <input key={value} type="hidden" name={name} value={value} />
      ))}
    </Field>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly options: readonly SelectOption[];
}

/** What stands in the fields of an own period, as it was typed. */
export interface TypedDays {
  readonly first: string | undefined;
  readonly last: string | undefined;
}

interface ReportFiltersProps {
  readonly slug: string;
  readonly report: Report;
  readonly ignored: readonly ReportKey[];
  readonly typed: TypedDays;
  /** Of this channel alone, on its own page. */
  readonly channel?: string;
}

const DAY_KEYS = ["first", "last"] as const;

/** Shown by the style sheet while the period is one's own, so without scripts too. */
function DayFields({ query: { periodChoice }, ignored, typed }: DayFieldsProps) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const period = periodChoice.key === "custom" ? periodChoice.period : null;
  const shown = {
    first: period === null ? undefined : format.typedDate(period.from),
    last: period === null ? undefined : format.typedDate(addDays(period.to, -1)),
  };
  return (
    <div className="col-span-full hidden max-w-md grid-cols-2 gap-3 group-has-[option[value=custom]:checked]:grid">
      {DAY_KEYS.map((key) => {
        const id = `report-${key}`;
        const error = ignored.includes(key) ? t("errors.field.date") : undefined;
        return (
          <Field key={key} {...{ id, error }} label={t(key === "first" ? "report.firstDay" : "report.lastDay")}>
            <Input
              {...controlProps(id, { error })}
              name={key}
              inputMode="numeric"
              autoComplete="off"
              placeholder={t("report.dayExample")}
              defaultValue={typed[key] ?? shown[key]}
            />
          </Field>
        );
      })}
      {ignored.includes("period") && !DAY_KEYS.some((key) => ignored.includes(key)) ? (
        <p role="alert" className="col-span-full text-sm">
          {t("errors.field.date-order")}
        </p>
      ) : null}
    </div>
  );
}

type DayFieldsProps = Pick<Report, "query"> & Pick<ReportFiltersProps, "ignored" | "typed">;

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import type { Report, ReportChoice } from "@/lib/domain/metrics/report";
import { addDays, PERIOD_KEYS } from "@/lib/domain/period";
import { routes } from "@/lib/routes";

/** A plain form that asks for the page anew: it works without scripts, and every report has an address. */
export function ReportFilters({ slug, report }: { readonly slug: string; readonly report: Report }) {
  const t = useTranslations();
  const { query, choices } = report;
  const period = query.periodChoice.key === "custom" ? query.periodChoice.period : null;
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
    <form
      method="get"
      action={routes.team(slug)}
      aria-label={t("report.filters")}
      data-print="hide"
      className="group grid grid-cols-2 items-end gap-3 sm:grid-cols-3 xl:grid-cols-[1.3fr_1.4fr_1fr_1fr_1fr_auto]"
    >
      <Choice
        name="period"
        label={t("period.label")}
        chosen={[query.periodChoice.key]}
        options={PERIOD_KEYS.map((key) => ({ value: key, label: t(`period.${key}`) }))}
      />
      <Choice name="basis" label={t("report.basis")} chosen={[query.basis]} options={basis} />
      <Choice
        name="channel"
        label={t("terms.channel")}
        chosen={query.channels}
        options={filter(t("report.noChannel"), choices.channels)}
      />
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
      <DayFields first={period?.from} last={period ? addDays(period.to, -1) : undefined} />
    </form>
  );
}

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

/** Shown by the style sheet while the period is one's own, so without scripts too. */
function DayFields({ first, last }: { readonly first: string | undefined; readonly last: string | undefined }) {
  const t = useTranslations("report");
  return (
    <div className="col-span-full hidden max-w-md grid-cols-2 gap-3 group-has-[option[value=custom]:checked]:grid">
      <Field id="report-from" label={t("firstDay")}>
        <Input id="report-from" type="date" name="from" defaultValue={first} />
      </Field>
      <Field id="report-last" label={t("lastDay")}>
        <Input id="report-last" type="date" name="last" defaultValue={last} />
      </Field>
    </div>
  );
}

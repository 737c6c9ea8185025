import { useLocale, useTranslations } from "next-intl";
import { Figure } from "@/components/charts/figure";
import { MaturationLines } from "@/components/charts/maturation-lines";
import { MaturationTable } from "@/components/charts/maturation-table";
import { HORIZON_DAYS, type Maturation } from "@/lib/domain/metrics/maturation";
import { formatFor } from "@/lib/i18n/format";
import type { LoadedProps } from "./block-props";
import { usePeriodText } from "./period-text";

/** How each month's leads and opportunities convert with age, so that young months are held against others at the same age. */
export function MaturationBlock({ report: { query }, data }: Pick<LoadedProps<"maturation">, "report" | "data">) {
  const t = useTranslations();
  const period = usePeriodText(query);
  if (data === null || data.lead.columns.length + data.opportunity.columns.length === 0) return null;
  return (
    <Figure
      finding={<Finding maturation={data.lead} />}
      subtitle={t("figures.maturation.subtitle", { period })}
      note={<p>{t("figures.maturation.note", { d: HORIZON_DAYS })}</p>}
      className="group/maturation"
    >
      <fieldset data-print="hide" className="flex flex-wrap gap-x-5 gap-y-1">
        <legend className="sr-only">{t("figures.maturation.choose")}</legend>
        {SUBJECTS.map((subject) => (
          <label key={subject} className="flex min-h-8 items-center gap-2">
            <input type="radio" name="maturation" value={subject} defaultChecked={subject === "lead"} />
            {t(`figures.maturation.${subject}`)}
          </label>
        ))}
      </fieldset>
      {SUBJECTS.map((subject) => (
        <div key={subject} className={SHOWN[subject]}>
          <Subject maturation={data[subject]} subject={subject} />
        </div>
      ))}
    </Figure>
  );
}

const SUBJECTS = ["lead", "opportunity"] as const;
type Subject = (typeof SUBJECTS)[number];

/** Chosen by the style sheet, so without scripts too. */
const SHOWN = {
  lead: "group-has-[input[value=opportunity]:checked]/maturation:hidden",
  opportunity: "hidden group-has-[input[value=opportunity]:checked]/maturation:block",
} as const satisfies Record<Subject, string>;

function Finding({ maturation: { columns, median } }: { readonly maturation: Maturation }) {
  const t = useTranslations("figures.maturation");
  const format = formatFor(useLocale());
  const value = median[columns.indexOf(HORIZON_DAYS)] ?? null;
  if (value === null) return t("few", { d: HORIZON_DAYS });
  return t("finding", {
    d: HORIZON_DAYS,
    v: format.percent({ value: Math.round(value * 100), digits: 0, bound: "exact" }),
  });
}

function Subject({ maturation, subject }: { readonly maturation: Maturation; readonly subject: Subject }) {
  const t = useTranslations();
  const format = formatFor(useLocale());
  const { expected, rows } = maturation;
  if (rows.length === 0) return <p className="text-muted">{t("figures.maturation.none")}</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <MaturationLines maturation={maturation} />
      {expected === null ? null : (
        <p className="first-letter:uppercase">
          {format.month(expected.month)}:{" "}
          {t("def.expected", {
            v: format.percent({ value: Math.round(expected.rate.value * 100), digits: 0, bound: "exact" }),
            d: HORIZON_DAYS,
          })}
        </p>
      )}
      <MaturationTable {...{ maturation }} hue={subject} label={t(`figures.maturation.${subject}`)} />
    </div>
  );
}

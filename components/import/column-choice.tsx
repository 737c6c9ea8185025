import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { SelectField } from "@/components/ui/select-field";
import { columnName, type ImportField } from "@/lib/domain/import/fields";

export interface FileColumn {
  readonly name: string;
  readonly samples: readonly string[];
}

/** One of our fields, and the column of theirs; the first values of the chosen one beside it. */
export function ColumnChoice({ field, columns, chosen, isGuess }: ColumnChoiceProps) {
  const t = useTranslations("import");
  const samples = chosen === undefined ? [] : (columns[chosen]?.samples.filter(Boolean) ?? []);
  return (
    <div className="grid items-end gap-x-4 gap-y-1 sm:grid-cols-2">
      <SelectField
        name={columnName(field)}
        label={t(`field.${field}`)}
        defaultValue={chosen === undefined ? "" : String(chosen)}
        options={[
          { value: "", label: t("noColumn") },
          ...columns.map(({ name, samples: values }, at) => ({
            value: String(at),
            label: [name, ...values.slice(0, 1)].filter(Boolean).join(" – "),
          })),
        ]}
      />
      <p className="pb-2 text-sm text-muted">
        {isGuess ? <Badge tone="dashed">{t("suggested")}</Badge> : null} <bdi>{samples.join(" · ")}</bdi>
      </p>
    </div>
  );
}

type ColumnChoiceProps = {
  readonly field: ImportField;
  readonly columns: readonly FileColumn[];
  readonly chosen: number | undefined;
  readonly isGuess: boolean;
};

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import type { FormAction } from "@/lib/domain/action-state";
import type { ImportBatchId } from "@/lib/domain/ids";
import { delimiterName, type ImportMapping } from "@/lib/domain/import/batch";
import type { ImportField } from "@/lib/domain/import/fields";
import { ColumnChoice, type FileColumn } from "./column-choice";
import { ReadingFields } from "./reading-fields";

/** Our fields, each with the column of the file that it is read from, and how cells are read. */
export function ColumnsStep({ batch, fields, columns, guessed, action }: ColumnsStepProps) {
  const t = useTranslations("import");
  const used = new Set(Object.values(batch.mapping.columns));
  const ignored = columns.filter((_, at) => !used.has(at)).map(({ name }) => name);
  const suggested = Object.keys(guessed).length;
  return (
    <ActionForm action={action} className="grid gap-5">
      <input type="hidden" name="id" value={batch.id} />
      <input type="hidden" name="version" value={batch.version} />
      <p className="text-muted">
        {t("detectFile", { enc: batch.encoding.toUpperCase(), sep: t(`delimiter.${delimiterName(batch.delimiter)}`) })}
      </p>
      <Card className="grid gap-4">
        <h2 className="font-semibold">{t("map", { n: suggested, m: fields.length })}</h2>
        {fields.map((field) => (
          <ColumnChoice
            key={field}
            field={field}
            columns={columns}
            chosen={batch.mapping.columns[field]}
            isGuess={guessed[field] !== undefined && guessed[field] === batch.mapping.columns[field]}
          />
        ))}
        {ignored.length === 0 ? null : (
          <p className="text-sm text-muted">
            {t("ignored")} <bdi>{ignored.join(" · ")}</bdi>
          </p>
        )}
      </Card>
      <Card className="grid gap-4 sm:grid-cols-2">
        <ReadingFields mapping={batch.mapping} delimiter={delimiterName(batch.delimiter)} />
      </Card>
      <FormEnd submit={t("toCheck")} />
    </ActionForm>
  );
}

type ColumnsStepProps = {
  readonly batch: {
    readonly id: string;
    readonly version: number;
    readonly encoding: string;
    readonly delimiter: string;
    readonly mapping: ImportMapping;
  };
  readonly fields: readonly ImportField[];
  readonly columns: readonly FileColumn[];
  readonly guessed: ImportMapping["columns"];
  readonly action: FormAction<{ id: ImportBatchId; isReady: boolean }>;
};

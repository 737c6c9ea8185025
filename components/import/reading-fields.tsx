import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import {
  DELIMITER_NAMES,
  type DelimiterName,
  type ImportMapping,
  TIMES_ARE,
  UNKNOWN_CHANNELS,
} from "@/lib/domain/import/batch";
import { DATE_FORMATS } from "@/lib/domain/input/date-import";

/** How dates, amounts and channels of the file are read. A date that can be read in two ways must be chosen. */
export function ReadingFields({ mapping, delimiter }: ReadingFieldsProps) {
  const t = useTranslations("import");
  return (
    <>
      <SelectField
        name="dateFormat"
        label={t("dateFormat")}
        hint={mapping.dateFormat === null ? t("dateAmbiguous") : undefined}
        defaultValue={mapping.dateFormat ?? ""}
        options={[
          ...(mapping.dateFormat === null ? [{ value: "", label: t("chooseDate") }] : []),
          ...DATE_FORMATS.map((value) => ({ value, label: t("dateExample", { example: exampleOf(value) }) })),
        ]}
      />
      <SelectField
        name="timesAre"
        label={t("timesAre")}
        defaultValue={mapping.timesAre ?? "as-written"}
        options={TIMES_ARE.map((value) => ({ value, label: t(`times.${value}`) }))}
      />
      <SelectField
        name="numberFormat"
        label={t("numberFormat")}
        defaultValue={mapping.numberFormat}
        options={(["nb", "en"] as const).map((value) => ({ value, label: t(`numbers.${value}`) }))}
      />
      <SelectField
        name="unknownChannels"
        label={t("unknownChannels")}
        defaultValue={mapping.unknownChannels}
        options={UNKNOWN_CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
      />
      <SelectField
        name="delimiter"
        label={t("delimiterLabel")}
        defaultValue={delimiter}
        options={DELIMITER_NAMES.map((value) => ({ value, label: t(`delimiter.${value}`) }))}
      />
    </>
  );
}

/** The last day of March 2026 as such a file writes it. */
function exampleOf(format: (typeof DATE_FORMATS)[number]): string {
  const parts = format.replace("yyyy", "2026").replace("yy", "26");
  return parts.replace("mm", "03").replace("dd", "31").replace(/\bm\b/, "3").replace(/\bd\b/, "31");
}

type ReadingFieldsProps = { readonly mapping: ImportMapping; readonly delimiter: DelimiterName };

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { IMPORT_KINDS, type ImportableKind } from "@/lib/domain/import/batch";
import type { Refusal } from "@/lib/domain/import/refusals";
import { routes } from "@/lib/routes";
import { UploadingForm } from "./uploading-form";

const ENCODINGS = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const;

/** A plain form to a route of its own: files are large, and it works without scripts. */
export function UploadForm({ team, kind, refusal }: UploadFormProps) {
  const t = useTranslations("import");
  return (
    <Card>
      <UploadingForm
        action={routes.importUpload(team)}
        refusal={refusal === null ? null : t(`refusal.${refusal.code}`, { line: refusal.line })}
        words={{ tooBig: t("refusal.too-big"), failed: t("refusal.unavailable") }}
        className="grid gap-4"
      >
        <p className="max-w-prose text-muted">{t("drop")}</p>
        <fieldset className="grid gap-1.5">
          <legend className="font-medium">{t("kindQuestion")}</legend>
          {IMPORT_KINDS.map((one) => (
            <Label key={one} className="flex items-center gap-2 font-normal">
              <input type="radio" name="kind" value={one} defaultChecked={one === kind} />
              {t(`kind.${one}`)}
            </Label>
          ))}
        </fieldset>
        <Field id="import-file" label={t("file")}>
          <Input id="import-file" type="file" name="file" accept=".csv,.tsv,.txt,text/csv" />
        </Field>
        <Field id="import-pasted" label={t("paste")} hint={t("pasteHint")}>
          <Textarea
            id="import-pasted"
            name="pasted"
            rows={6}
            aria-describedby="import-pasted-hint"
            spellCheck={false}
          />
        </Field>
        <Field id="import-encoding" label={t("encoding")}>
          <Select
            id="import-encoding"
            name="encoding"
            defaultValue=""
            options={[
              { value: "", label: t("encodingGuess") },
              ...ENCODINGS.map((value) => ({ value, label: value.toUpperCase() })),
            ]}
          />
        </Field>
        <div>
          <Button type="submit" tone="primary">
            {t("upload")}
          </Button>
        </div>
      </UploadingForm>
    </Card>
  );
}

type UploadFormProps = {
  readonly team: string;
  readonly kind: ImportableKind;
  readonly refusal: { readonly code: Refusal; readonly line: number } | null;
};

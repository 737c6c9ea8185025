import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { UploadingForm } from "@/components/import/uploading-form";
import { Card } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/domain/action-state";
import { routes } from "@/lib/routes";

export function WaysToBegin({ slug, beginWithSample }: WaysToBeginProps) {
  const t = useTranslations();
  return (
    <div className="grid gap-3">
      <Card className="grid gap-3">
        <p className="text-muted">{t("welcome.sampleLead")}</p>
        <ActionForm action={beginWithSample}>
          <FormEnd submit={t("start.sample")} />
        </ActionForm>
      </Card>
      <Card>
        <PasteForm slug={slug} />
      </Card>
      <Card className="grid gap-3">
        <p className="text-muted">{t("welcome.oneByOneLead")}</p>
        <p>
          <Button asChild>
            <Link href={routes.leads(slug)}>{t("start.oneByOne")}</Link>
          </Button>
        </p>
      </Card>
      <p>
        <Link className="link" href={routes.team(slug)}>
          {t("start.skip")}
        </Link>
      </p>
    </div>
  );
}

/** The same plain form as the import's own, which says what is wrong with what it was given. */
function PasteForm({ slug }: { readonly slug: string }) {
  const t = useTranslations();
  return (
    <UploadingForm
      action={routes.importUpload(slug)}
      refusal={null}
      words={{ tooBig: t("import.refusal.too-big"), failed: t("import.refusal.unavailable") }}
      className="grid gap-3"
    >
      <input type="hidden" name="kind" value="leads" />
      <Field id="begin-pasted" label={t("start.paste")} hint={`${t("welcome.pasteLead")} ${t("import.pasteHint")}`}>
        <Textarea
          id="begin-pasted"
          name="pasted"
          rows={4}
          required
          aria-describedby="begin-pasted-hint"
          spellCheck={false}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit">{t("import.toCheck")}</Button>
        <Link className="link" href={routes.import(slug)}>
          {t("welcome.file")}
        </Link>
      </div>
    </UploadingForm>
  );
}

type WaysToBeginProps = { readonly slug: string; readonly beginWithSample: FormAction<void> };

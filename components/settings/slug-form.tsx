import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";

/** Where the team is found. The page goes with it. */
export function SlugForm({ team, action }: SlugFormProps) {
  const t = useTranslations();
  return (
    <Card className="grid max-w-xl gap-4">
      <CardTitle>{t("settings.address")}</CardTitle>
      <ActionForm action={action} className="grid gap-4">
        <input type="hidden" name="version" value={team.version} />
        <TextField
          name="slug"
          label={t("settings.slug")}
          hint={t("settings.slugHint", { slug: team.slug })}
          defaultValue={team.slug}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <FormEnd submit={t("settings.changeSlug")} />
      </ActionForm>
    </Card>
  );
}

type SlugFormProps = {
  readonly team: { readonly slug: string; readonly version: number };
  readonly action: FormAction<{ readonly slug: string }>;
};

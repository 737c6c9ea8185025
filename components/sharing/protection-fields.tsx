import { useTranslations } from "next-intl";
import { PasswordField } from "@/components/ui/password-field";
import { RadioCards } from "@/components/ui/radio-cards";

const CHOICES = ["none", "generated", "own"] as const;

/** No password, one that we make, or one's own; the field for that one is shown by the style sheet. */
export function ProtectionFields({ defaultValue = "none" }: { readonly defaultValue?: (typeof CHOICES)[number] }) {
  const t = useTranslations();
  return (
    <div className="group grid gap-4">
      <RadioCards
        name="protection"
        label={t("sharing.password")}
        columns={2}
        defaultValue={defaultValue}
        messages={{ choice: t("links.embedOrPassword") }}
        options={CHOICES.map((choice) => ({ value: choice, label: t(`links.protection.${choice}`) }))}
      />
      <div className="hidden max-w-md group-has-[input[value=own]:checked]:block">
        <PasswordField
          name="password"
          label={t("links.ownPassword")}
          hint={t("links.ownPasswordHint")}
          messages={{ "password-short": t("links.passwordShort") }}
          autoComplete="off"
        />
      </div>
    </div>
  );
}

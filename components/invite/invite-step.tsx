import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { FormEnd } from "@/components/ui/form-end";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/domain/action-state";
import { routes } from "@/lib/routes";

/** What the invited does next, by who they are signed in as. */
export function InviteStep(props: InviteStepProps) {
  const t = useTranslations("invite");
  const { token, invite, accept, signOut } = props;
  const { email } = invite;
  switch (invite.next) {
    case "accept":
      return (
        <ActionForm action={accept} className="grid gap-4">
          <input type="hidden" name="token" value={token} />
          <FormEnd submit={t("accept")} />
        </ActionForm>
      );
    case "confirm-first":
      return <Step text={t("confirmFirst", { email })} href={routes.account()} label={t("toAccount")} />;
    case "sign-in":
      return (
        <Step
          text={t("signInFirst", { email })}
          href={routes.signIn({ next: routes.invite(token) })}
          label={t("signIn")}
        />
      );
    case "other-account":
      return (
        <form action={signOut} className="grid justify-items-start gap-4">
          <p>{t("otherAccount", { email })}</p>
          <Button type="submit">{t("signOut")}</Button>
        </form>
      );
    case "make-account":
      return <JoinForm {...props} />;
  }
}

function JoinForm({ token, invite, join }: Pick<InviteStepProps, "token" | "invite" | "join">) {
  const t = useTranslations();
  return (
    <ActionForm action={join} className="grid gap-4">
      <p>{t("invite.makeAccount", { email: invite.email })}</p>
      <input type="hidden" name="token" value={token} />
      {/* For password managers: the address is the one that was invited. */}
      <input type="email" autoComplete="username" value={invite.email} readOnly hidden />
      <TextField name="name" label={t("account.name")} autoComplete="name" />
      <PasswordField
        name="password"
        label={t("auth.password")}
        hint={t("auth.passwordHint")}
        autoComplete="new-password"
      />
      <FormEnd submit={t("invite.join")} />
    </ActionForm>
  );
}

function Step({ text, href, label }: { readonly text: string; readonly href: string; readonly label: string }) {
  return (
    <div className="grid justify-items-start gap-4">
      <p>{text}</p>
      <Button asChild tone="primary">
        <Link href={href}>{label}</Link>
      </Button>
    </div>
  );
}

type InviteStepProps = {
  readonly token: string;
  readonly invite: {
    readonly email: string;
    readonly next: "accept" | "confirm-first" | "other-account" | "sign-in" | "make-account";
  };
  readonly accept: FormAction<void>;
  readonly join: FormAction<void>;
  readonly signOut: () => Promise<void>;
};

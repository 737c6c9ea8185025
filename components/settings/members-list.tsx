import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormEnd } from "@/components/ui/form-end";
import { PasswordField } from "@/components/ui/password-field";
import { SelectField } from "@/components/ui/select-field";
import type { FormAction } from "@/lib/domain/action-state";
import type { Role } from "@/lib/domain/permissions";
import { Disclosure } from "./disclosure";
import { SeenRow } from "./seen-row";

export function MembersList({ members, ...rest }: MembersListProps) {
  const t = useTranslations();
  return (
    <Card>
      <ul aria-label={t("members.table")} className="grid gap-4">
        {members.map((member) => (
          <li key={member.id} className="grid gap-2 border-b border-grid pb-4 last:border-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 flex-1">
                <bdi className="font-medium break-words">{member.name}</bdi>
                {member.isSelf ? <span className="text-muted"> ({t("members.you")})</span> : null}
                {member.email === null ? null : <span className="block break-all text-muted">{member.email}</span>}
              </span>
              <Badge tone="outline">{t(`roles.${member.role}.name`)}</Badge>
            </div>
            {member.mayChange ? <MemberForms member={member} {...rest} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function MemberForms({ member, grantable, changeRole, remove }: MemberFormsProps) {
  const t = useTranslations();
  const { id, name, role, version } = member;
  return (
    <Disclosure summary={t("settings.editOf", { name })}>
      <ActionForm action={changeRole} className="grid max-w-md gap-3">
        <SeenRow id={id} version={version} />
        <SelectField
          name="role"
          label={t("members.roleOf", { name })}
          defaultValue={role}
          options={grantable.map((one) => ({ value: one, label: t(`roles.${one}.name`) }))}
        />
        {member.mayShare ? <CheckboxField name="takesOver" label={t("links.takeOverIfLost")} /> : null}
        {grantable.includes("owner") ? (
          <PasswordField
            name="password"
            label={t("members.ownPassword")}
            hint={t("members.ownPasswordHint")}
            autoComplete="current-password"
          />
        ) : null}
        <FormEnd submit={t("members.changeRole")} okMessage={t("members.roleChanged")} tone="secondary" />
      </ActionForm>
      {member.isSelf ? null : (
        <ActionForm action={remove} className="grid gap-3 border-t border-line pt-4">
          <SeenRow id={id} version={version} />
          <p className="text-sm text-muted">{t("members.removeLead", { name })}</p>
          {member.mayShare ? <CheckboxField name="takesOver" label={t("links.takeOver")} /> : null}
          <FormEnd submit={t("members.removeOf", { name })} tone="danger" />
        </ActionForm>
      )}
    </Disclosure>
  );
}

interface MemberInList {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly version: number;
  readonly isSelf: boolean;
  readonly mayChange: boolean;
  /** Whether report links of theirs may be open. */
  readonly mayShare: boolean;
}

type MembersListProps = Omit<MemberFormsProps, "member"> & { readonly members: readonly MemberInList[] };
type MemberFormsProps = {
  readonly member: MemberInList;
  /** The roles that the reader may give. */
  readonly grantable: readonly Role[];
  readonly changeRole: FormAction<void>;
  readonly remove: FormAction<void>;
};

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import type { FormAction } from "@/lib/domain/action-state";
import { DayField } from "./day-field";
import { optionsOf } from "./lead-choices";
import { ToldForm } from "./told-form";

/** One thing that can be done, folded until it is wanted. */
export function Step({ title, hidden, open, children }: StepProps) {
  return (
    <details hidden={hidden} open={open}>
      <summary className="link w-fit cursor-pointer">{title}</summary>
      {children}
    </details>
  );
}

type StepProps = {
  readonly title: string;
  readonly hidden: boolean;
  readonly open?: boolean;
  readonly children: React.ReactNode;
};

/** Moves a lead into one of these stages, today or on an earlier day; a single one is not asked about. */
export function MoveForm({ lead, to, action, told, submit, children }: MoveFormProps) {
  const t = useTranslations();
  const [only, ...more] = to;
  return (
    <ToldForm action={action} told={told} submit={submit}>
      <input type="hidden" name="id" value={lead.id} />
      <input type="hidden" name="version" value={lead.version} />
      {more.length === 0 ? (
        <input type="hidden" name="stageId" value={only?.id ?? ""} />
      ) : (
        <SelectField name="stageId" label={t("terms.stage")} options={optionsOf(to)} />
      )}
      {children}
      <DayField name="on" label={t("leads.when")} />
    </ToldForm>
  );
}

type MoveFormProps = {
  readonly lead: { readonly id: string; readonly version: number };
  readonly to: readonly { readonly id: string; readonly name: string }[];
  readonly action: FormAction<void>;
  readonly told: string;
  readonly submit: string;
  readonly children?: React.ReactNode;
};

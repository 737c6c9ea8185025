import { useTranslations } from "next-intl";
import { type LeadChoices, optionsOf } from "@/components/leads/lead-choices";
import { EXCLUDED_AS, type Subject } from "@/lib/domain/pipeline/kinds";
import { type BulkActions, BulkForm } from "./bulk-form";

/** The choices of this team for a list of leads or of opportunities. */
export function BulkBar({ subject, choices, isArchive, actions }: BulkBarProps) {
  const t = useTranslations();
  const isLead = subject === "lead";
  const stages = choices.stages.filter(
    (stage) => stage.subject === subject && (stage.kind === "open" || stage.kind === "not_a_fit"),
  );
  const reasons = EXCLUDED_AS.map((reason) => ({ value: reason, label: t(`leads.excludedAs.${reason}`) }));
  return (
    <BulkForm
      actions={actions}
      stages={optionsOf(stages)}
      owners={[{ value: "", label: t("terms.nobody") }, ...optionsOf(choices.owners)]}
      channels={[{ value: "", label: t("terms.noChannel") }, ...optionsOf(choices.channels)]}
      reasons={isLead ? reasons : null}
      isArchive={isArchive}
    />
  );
}

type BulkBarProps = {
  readonly subject: Subject;
  readonly choices: LeadChoices;
  readonly isArchive: boolean;
  readonly actions: BulkActions;
};

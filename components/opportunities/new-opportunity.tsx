import { useTranslations } from "next-intl";
import type { LeadChoices } from "@/components/leads/lead-choices";
import { Card } from "@/components/ui/card";
import { Sending } from "@/components/ui/sending";
import type { FormAction } from "@/lib/domain/action-state";
import type { OpenedOpportunity } from "@/lib/domain/opportunities/opened-opportunity";
import { AddOpportunityForm } from "./add-opportunity-form";
import { OpportunityFields } from "./opportunity-fields";

/** An opportunity that no lead stands behind: an upsell, a walk-in. */
export function NewOpportunity({ slug, isAsked, choices, sending, open, undo }: NewOpportunityProps) {
  const t = useTranslations("opportunities");
  return (
    <Card className="mb-6" data-print="hide">
      <details open={isAsked}>
        <summary className="link w-fit cursor-pointer">{t("new")}</summary>
        <p className="mt-2 max-w-prose text-muted">{t("newHint")}</p>
        <AddOpportunityForm slug={slug} action={open} undo={undo}>
          <Sending id={sending} />
          <OpportunityFields choices={choices} opportunity={null} />
        </AddOpportunityForm>
      </details>
    </Card>
  );
}

type NewOpportunityProps = {
  readonly slug: string;
  /** Whether the address asks for the form. */
  readonly isAsked: boolean;
  readonly choices: LeadChoices;
  readonly sending: string;
  readonly open: FormAction<OpenedOpportunity>;
  readonly undo: FormAction<void>;
};

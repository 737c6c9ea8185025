import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Sending } from "@/components/ui/sending";
import type { FormAction } from "@/lib/domain/action-state";
import type { ChannelId } from "@/lib/domain/ids";
import type { ShownQuickAddNames } from "@/lib/domain/leads/quick-add";
import type { AddedLead } from "@/lib/domain/leads/added-lead";
import { AddLeadForm } from "./add-lead-form";
import { type LeadChoices, optionsOf } from "./lead-choices";
import { LeadFields } from "./lead-fields";
import { QuickAdd } from "./quick-add";

/** The ways in which a lead comes in by hand: one line, or a form with every field. */
export function NewLead({ slug, choices, names, sending, quickAdd, createChannel, create, undo }: NewLeadProps) {
  const t = useTranslations();
  const channels = [{ value: "", label: t("terms.noChannel") }, ...optionsOf(choices.channels)];
  return (
    <Card className="mb-6 grid gap-3" data-print="hide">
      <QuickAdd
        action={quickAdd}
        createChannel={createChannel}
        undo={undo}
        slug={slug}
        names={names}
        channels={channels}
        channelLabel={t("terms.channel")}
      >
        <Sending id={sending} />
      </QuickAdd>
      <details>
        <summary className="link w-fit cursor-pointer">{t("leads.fullForm")}</summary>
        <AddLeadForm action={create} undo={undo} slug={slug} submit={t("leads.add")}>
          <Sending id={sending} />
          <LeadFields choices={choices} lead={null} />
        </AddLeadForm>
      </details>
    </Card>
  );
}

type NewLeadProps = {
  readonly slug: string;
  readonly choices: LeadChoices;
  readonly names: ShownQuickAddNames;
  readonly sending: string;
  readonly quickAdd: FormAction<AddedLead>;
  /** Null for whoever may not. */
  readonly createChannel: FormAction<{ id: ChannelId }> | null;
  readonly create: FormAction<AddedLead>;
  readonly undo: FormAction<void>;
};

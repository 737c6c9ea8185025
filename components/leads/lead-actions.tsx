import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { SelectField } from "@/components/ui/select-field";
import type { FormAction } from "@/lib/domain/action-state";
import type { DealKind } from "@/lib/domain/deals/deal";
import type { DealId } from "@/lib/domain/ids";
import { leadMovesFrom, type LoggedMove } from "@/lib/domain/leads/lead-moves";
import type { OpenedOpportunity } from "@/lib/domain/opportunities/opened-opportunity";
import { EXCLUDED_AS, type OpportunityKind } from "@/lib/domain/pipeline/kinds";
import { EraseStep } from "./erase-step";
import { ConvertForm } from "./convert-form";
import type { LeadChoices } from "./lead-choices";
import type { ShownLead } from "./lead-facts";
import { SellForm } from "./sell-form";
import { MoveForm, Step } from "./step";

export interface LeadPageActions {
  readonly edit: FormAction<void>;
  readonly move: FormAction<void>;
  readonly exclude: FormAction<void>;
  readonly archive: FormAction<void>;
  readonly erase: FormAction<void>;
  readonly convert: FormAction<OpenedOpportunity>;
  readonly sell: FormAction<{ dealId: DealId }>;
}

/** What can be done with a lead. A step that does not apply is hidden, not gone: it may have just been taken, and says so. */
export function LeadActions(props: LeadActionsProps) {
  const t = useTranslations("leads");
  const { lead, choices, may, actions } = props;
  if (!Object.values(may).some(Boolean)) return null;
  const isOut = lead.kind === "excluded";
  return (
    <Card className="grid gap-3">
      <CardTitle>{t("actions")}</CardTitle>
      <Step title={t("convert")} hidden={!may.convert || isOut}>
        <ConvertForm lead={lead} choices={choices} action={actions.convert} />
      </Step>
      <Step title={t("recordDeal")} hidden={!may.sell || isOut}>
        <SellForm lead={lead} kinds={props.dealKinds} currency={choices.currency} action={actions.sell} />
      </Step>
      <Moves {...props} />
      <EraseStep record={lead} subject="lead" hidden={!may.erase} action={actions.erase} />
      {may.archive ? <Archive lead={lead} action={actions.archive} /> : null}
    </Card>
  );
}

type LeadActionsProps = {
  readonly lead: ShownLead;
  readonly choices: LeadChoices;
  readonly dealKinds: readonly DealKind[];
  readonly opportunities: readonly { readonly kind: OpportunityKind | null }[];
  readonly timeline: readonly LoggedMove[];
  readonly may: Readonly<Record<"move" | "exclude" | "archive" | "convert" | "sell" | "erase", boolean>>;
  readonly actions: LeadPageActions;
};

function Moves({ lead, choices, opportunities, timeline, may, actions }: LeadActionsProps) {
  const t = useTranslations("leads");
  const n = lead.name ?? "";
  const stages = choices.stages.filter(({ subject }) => subject === "lead");
  const { onwards, notAFit, exclude, backIn } = leadMovesFrom(lead, { stages, log: timeline, opportunities });
  const move = { lead, action: actions.move };
  const back = t("moveBack", { s: backIn[0]?.name ?? "" });
  return (
    <>
      <Step title={t("moveTo")} hidden={!may.move || onwards.length === 0}>
        <MoveForm {...move} to={onwards} told={t("movedTold", { n })} submit={t("move")} />
      </Step>
      <Step title={t("notAFit")} hidden={!may.move || notAFit.length === 0}>
        <MoveForm {...move} to={notAFit} told={t("notAFitTold", { n })} submit={t("notAFit")} />
      </Step>
      <Step title={back} hidden={!may.move || backIn.length === 0}>
        <MoveForm {...move} to={backIn} told={t("backTold", { n })} submit={back} />
      </Step>
      <Step title={t("exclude")} hidden={!may.exclude || exclude.length === 0}>
        <MoveForm
          lead={lead}
          action={actions.exclude}
          to={exclude}
          told={t("excludedTold", { n })}
          submit={t("excludeDo")}
        >
          <p className="text-muted">{t("excludeHint")}</p>
          <SelectField
            name="excludedAs"
            label={t("reason")}
            options={EXCLUDED_AS.map((reason) => ({ value: reason, label: t(`excludedAs.${reason}`) }))}
            defaultValue="duplicate"
          />
        </MoveForm>
      </Step>
    </>
  );
}

function Archive({ lead, action }: { readonly lead: ShownLead; readonly action: FormAction<void> }) {
  const t = useTranslations("leads");
  const isAway = lead.archivedAt !== null;
  return (
    <ActionForm action={action}>
      <input type="hidden" name="id" value={lead.id} />
      <input type="hidden" name="version" value={lead.version} />
      <input type="hidden" name="put" value={isAway ? "back" : "away"} />
      <FormEnd submit={isAway ? t("unarchive") : t("archive")} tone="secondary" />
    </ActionForm>
  );
}

import { useTranslations } from "next-intl";
import { DealFields } from "@/components/deals/deal-fields";
import { DayField } from "@/components/leads/day-field";
import { EraseStep } from "@/components/leads/erase-step";
import { optionsOf } from "@/components/leads/lead-choices";
import { Step } from "@/components/leads/step";
import { ToldForm } from "@/components/leads/told-form";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardTitle } from "@/components/ui/card";
import { FormEnd } from "@/components/ui/form-end";
import { SelectField } from "@/components/ui/select-field";
import type { FormAction } from "@/lib/domain/action-state";
import type { DealKind } from "@/lib/domain/deals/deal";
import type { DealId } from "@/lib/domain/ids";
import type { StepTaken } from "@/lib/domain/opportunities/step-taken";
import type { ShownOpportunity } from "./opportunity-facts";
import { StepForm } from "./step-form";

export interface OpportunityPageActions {
  readonly edit: FormAction<void>;
  readonly move: FormAction<StepTaken>;
  readonly reopen: FormAction<StepTaken>;
  readonly win: FormAction<StepTaken & { readonly dealId: DealId }>;
  readonly lose: FormAction<StepTaken>;
  readonly archive: FormAction<void>;
  readonly erase: FormAction<void>;
  readonly voidDeal: FormAction<void>;
  readonly undo: FormAction<void>;
}

/** What can be done with an opportunity. A step that does not apply is hidden, not gone: it may have just been taken, and says so. */
export function OpportunityActions(props: OpportunityActionsProps) {
  const t = useTranslations("opportunities");
  const { opportunity, openStages, may, actions, asked } = props;
  if (!Object.values(may).some(Boolean)) return null;
  const isOpen = opportunity.kind === "open";
  const onwards = openStages.filter(({ id }) => id !== opportunity.stageId);
  const step = { opportunity, undo: actions.undo };
  return (
    <Card className="grid gap-3">
      <CardTitle>{t("actions")}</CardTitle>
      <Step title={t("moveTo")} hidden={!may.move || !isOpen || onwards.length === 0}>
        <Move {...step} action={actions.move} stages={onwards} submit={t("move")} />
      </Step>
      <Step title={t("markWon")} hidden={!may.win || !isOpen} open={asked === "win"}>
        <StepForm {...step} action={actions.win} submit={t("markWon")}>
          <DealFields kinds={props.dealKinds} money={opportunity} currency={props.currency} />
        </StepForm>
      </Step>
      <Step title={t("markLost")} hidden={!may.move || !isOpen} open={asked === "lose"}>
        <StepForm {...step} action={actions.lose} submit={t("markLost")}>
          <SelectField
            name="lostReasonId"
            label={t("reason")}
            options={optionsOf(props.lostReasons)}
            defaultValue={props.defaultReason ?? undefined}
            messages={{ required: t("reasonError"), choice: t("reasonError") }}
          />
          <DayField name="on" label={t("when")} />
        </StepForm>
      </Step>
      <Step title={t("reopen")} hidden={!may.reopen || opportunity.kind !== "lost"}>
        <Move {...step} action={actions.reopen} stages={openStages} submit={t("reopen")} />
      </Step>
      <TurnBack {...props} />
      <EraseStep record={opportunity} subject="opportunity" hidden={!may.erase} action={actions.erase} />
      {may.archive ? <Archive opportunity={opportunity} action={actions.archive} /> : null}
    </Card>
  );
}

type OpportunityActionsProps = {
  readonly opportunity: ShownOpportunity;
  readonly openStages: readonly { readonly id: string; readonly name: string }[];
  readonly lostReasons: readonly { readonly id: string; readonly name: string }[];
  readonly defaultReason: string | null;
  readonly dealKinds: readonly DealKind[];
  readonly currency: string;
  /** The row of its opening, where it can be undone: only while it is the last. */
  readonly openingRow: string | null;
  /** The step that a link elsewhere leads to. */
  readonly asked: "win" | "lose" | null;
  readonly may: Readonly<Record<"move" | "reopen" | "win" | "archive" | "undo" | "erase", boolean>>;
  readonly actions: OpportunityPageActions;
};

function Move({ opportunity, action, undo, stages, submit }: MoveProps) {
  const t = useTranslations();
  return (
    <StepForm opportunity={opportunity} action={action} undo={undo} submit={submit}>
      <SelectField name="stageId" label={t("terms.stage")} options={optionsOf(stages)} />
      <DayField name="on" label={t("opportunities.when")} />
    </StepForm>
  );
}

type MoveProps = Pick<
  React.ComponentProps<typeof StepForm<StepTaken>>,
  "opportunity" | "action" | "undo" | "submit"
> & {
  readonly stages: OpportunityActionsProps["openStages"];
};

/** Undoes the opening: the lead is a lead again, and an opportunity without one is gone from the lists. */
function TurnBack({ opportunity, openingRow, may, actions }: OpportunityActionsProps) {
  const t = useTranslations("opportunities");
  const n = opportunity.name ?? "";
  const ofLead = opportunity.leadId !== null;
  const title = ofLead ? t("backToLead") : t("takeBack");
  const told = ofLead ? t("backToLeadTold", { n: opportunity.lead ?? n }) : t("takeBackTold", { n });
  return (
    <Step title={title} hidden={!may.undo || openingRow === null}>
      <ToldForm action={actions.undo} told={told} submit={title}>
        <input type="hidden" name="id" value={openingRow ?? ""} />
        <p className="text-muted">{ofLead ? t("backToLeadNote") : t("takeBackNote")}</p>
      </ToldForm>
    </Step>
  );
}

function Archive({ opportunity, action }: ArchiveProps) {
  const t = useTranslations("leads");
  const isAway = opportunity.archivedAt !== null;
  return (
    <ActionForm action={action}>
      <input type="hidden" name="id" value={opportunity.id} />
      <input type="hidden" name="version" value={opportunity.version} />
      <input type="hidden" name="put" value={isAway ? "back" : "away"} />
      <FormEnd submit={isAway ? t("unarchive") : t("archive")} tone="secondary" />
    </ActionForm>
  );
}

type ArchiveProps = { readonly opportunity: ShownOpportunity; readonly action: FormAction<void> };

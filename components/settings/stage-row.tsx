import { ArrowDown, ArrowUp } from "@/components/ui/icons";
import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { ArchiveForm } from "./archive-form";
import { Disclosure } from "./disclosure";
import { NameForm } from "./name-form";
import { SeenRow } from "./seen-row";
import type { StageActions, StageInList } from "./stages-section";

export function StageRow({ stage, others, isFirst, isLast, actions }: StageRowProps) {
  const t = useTranslations("settings");
  const format = useFormatter();
  return (
    <li className="grid gap-2 rounded-card border border-line px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-3/5 flex-1 break-words">
          <bdi>{stage.name}</bdi>
        </span>
        <Badge tone="outline">
          {t("inStage")}: {format.number(stage.count)}
        </Badge>
        {actions === null || isFirst ? null : <MoveButton stage={stage} direction="up" action={actions.reorder} />}
        {actions === null || isLast ? null : <MoveButton stage={stage} direction="down" action={actions.reorder} />}
      </div>
      {actions === null ? null : (
        <Disclosure summary={t("editOf", { name: stage.name })}>
          <NameForm row={stage} action={actions.rename} />
          {others.length === 0 ? (
            <p className="text-sm text-muted">{t("onlyStage")}</p>
          ) : (
            <ArchiveForm row={stage} text={t("archiveStageLead")} action={actions.archive}>
              {stage.count === 0 ? null : <MoveTo stage={stage} others={others} />}
            </ArchiveForm>
          )}
        </Disclosure>
      )}
    </li>
  );
}

function MoveTo({ stage, others }: Pick<StageRowProps, "stage" | "others">) {
  const t = useTranslations("settings");
  const format = useFormatter();
  return (
    <SelectField
      name="toStageId"
      label={t("moveTo")}
      hint={t("stageUsed", { n: format.number(stage.count), s: stage.name })}
      options={others.map(({ id, name }) => ({ value: id, label: name }))}
      className="max-w-md"
    />
  );
}

function MoveButton({ stage, direction, action }: MoveButtonProps) {
  const t = useTranslations("settings");
  const Icon = direction === "up" ? ArrowUp : ArrowDown;
  return (
    <ActionForm action={action}>
      <SeenRow id={stage.id} version={stage.version} />
      <input type="hidden" name="direction" value={direction} />
      <SubmitButton tone="ghost" size="icon" aria-label={t(direction, { name: stage.name })}>
        <Icon aria-hidden />
      </SubmitButton>
      <ErrorSummary />
    </ActionForm>
  );
}

type StageRowProps = {
  readonly stage: StageInList;
  readonly others: readonly StageInList[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly actions: StageActions | null;
};
type MoveButtonProps = {
  readonly stage: StageInList;
  readonly direction: "up" | "down";
  readonly action: StageActions["reorder"];
};

import { useTranslations } from "next-intl";
import { Card, CardTitle } from "@/components/ui/card";
import type { FormAction } from "@/lib/domain/action-state";
import type { StageId } from "@/lib/domain/ids";
import { type Kind, LEAD_KINDS, OPPORTUNITY_KINDS, type Subject } from "@/lib/domain/pipeline/kinds";
import { AddStageForm } from "./add-stage-form";
import { StageRow } from "./stage-row";

/** The stages of leads or of opportunities, kind by kind: what counts is the kind, what is read is the name. */
export function StagesSection({ subject, stages, actions }: StagesSectionProps) {
  const t = useTranslations("settings");
  const title = t(subject === "lead" ? "leadStages" : "opportunityStages");
  return (
    <Card className="grid gap-5">
      <CardTitle>{title}</CardTitle>
      {KINDS[subject].map((kind) => (
        <KindGroup
          key={kind}
          subject={subject}
          kind={kind}
          stages={stages.filter((stage) => stage.kind === kind)}
          actions={actions}
        />
      ))}
      {actions === null ? null : <AddStageForm subject={subject} kinds={KINDS[subject]} action={actions.add} />}
    </Card>
  );
}

function KindGroup({ subject, kind, stages, actions }: StagesSectionProps & { readonly kind: Kind }) {
  const words = useKindWords();
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-medium text-muted first-letter:uppercase">{words(subject, kind)}</h3>
      <ol className="grid gap-2">
        {stages.map((stage, index) => (
          <StageRow
            key={stage.id}
            stage={stage}
            others={stages.filter((other) => other !== stage)}
            isFirst={index === 0}
            isLast={index === stages.length - 1}
            actions={actions}
          />
        ))}
      </ol>
    </section>
  );
}

export function useKindWords() {
  const t = useTranslations("kinds");
  return (subject: Subject, kind: Kind): string => {
    switch (kind) {
      case "open":
        return t(`${subject}.open`);
      case "won":
      case "lost":
        return t(`opportunity.${kind}`);
      case "qualified":
      case "customer":
      case "not_a_fit":
      case "excluded":
        return t(`lead.${kind}`);
    }
  };
}

const KINDS = { lead: LEAD_KINDS, opportunity: OPPORTUNITY_KINDS } as const;

export interface StageInList {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly version: number;
  readonly count: number;
}

export interface StageActions {
  readonly add: FormAction<{ readonly id: StageId }>;
  readonly rename: FormAction<void>;
  readonly reorder: FormAction<void>;
  readonly archive: FormAction<void>;
}

type StagesSectionProps = {
  readonly subject: Subject;
  readonly stages: readonly StageInList[];
  /** Null for those who may read and no more. */
  readonly actions: StageActions | null;
};

"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/domain/action-state";
import type { StepTaken } from "@/lib/domain/opportunities/step-taken";
import { routes } from "@/lib/routes";
import { keepFocusOn, takesFocus } from "./kept-focus";
import { PassingForm } from "./passing-form";
import { useStepToast } from "./step-toast";

/** «Flytt til …» on a card: a button for each other stage, and the ways to win and to lose it. */
export function MoveMenu({ slug, card, stages, move, undo }: MoveMenuProps) {
  const t = useTranslations("opportunities");
  const name = card.name ?? "";
  const summary = useRef<HTMLElement>(null);
  const tell = useStepToast(undo);
  useEffect(() => {
    if (takesFocus(card.id)) summary.current?.focus();
  }, [card.id]);
  const done = (step: StepTaken) => {
    keepFocusOn(card.id);
    tell(name, step);
  };
  const here = stages.find(({ id }) => id === card.stageId)?.name ?? "";
  return (
    <details className="text-sm">
      <summary ref={summary} className="link w-fit cursor-pointer">
        {t("moveTo")}
        <span className="sr-only"> {name}</span>
      </summary>
      <PassingForm
        action={move}
        onOk={done}
        failed={t("moveFailed", { n: name, a: here })}
        className="mt-2 flex flex-wrap gap-1.5"
      >
        <input type="hidden" name="id" value={card.id} />
        <input type="hidden" name="version" value={card.version} />
        {stages
          .filter(({ id }) => id !== card.stageId)
          .map((stage) => (
            <SubmitButton key={stage.id} tone="secondary" size="sm" name="stageId" value={stage.id}>
              {stage.name}
            </SubmitButton>
          ))}
        <ErrorSummary />
      </PassingForm>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        <Link href={routes.opportunity(slug, card.id, { do: "win" })} className="link">
          {t("markWon")}
        </Link>
        <Link href={routes.opportunity(slug, card.id, { do: "lose" })} className="link">
          {t("markLost")}
        </Link>
      </p>
    </details>
  );
}

type MoveMenuProps = {
  readonly slug: string;
  readonly card: {
    readonly id: string;
    readonly version: number;
    readonly name: string | null;
    readonly stageId: string | null;
  };
  readonly stages: readonly { readonly id: string; readonly name: string }[];
  readonly move: FormAction<StepTaken>;
  readonly undo: FormAction<void>;
};

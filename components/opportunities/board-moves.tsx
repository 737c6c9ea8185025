"use client";

import { useTranslations } from "next-intl";
import { startTransition, useRef } from "react";
import { useRefusalText } from "@/components/ui/refusal-text";
import { showToast } from "@/components/ui/toast";
import { IDLE } from "@/lib/domain/action-state";
import type { BoardActions } from "./board";
import { keepFocusOn } from "./kept-focus";
import { useStepToast } from "./step-toast";

/**
 * Moves cards by dragging and by Shift with an arrow key, beside the menu that each card has. What came of it is told in a
 * toast, which is announced, with the way back.
 */
export function BoardMoves({ stages, actions, children, ...props }: BoardMovesProps) {
  const dragged = useRef<HTMLElement | null>(null);
  const move = useMove(stages, actions);
  return (
    <div
      {...props}
      onDragStart={({ target, dataTransfer }) => {
        dragged.current = cardAt(target);
        dataTransfer.effectAllowed = "move";
        dataTransfer.setData("text/plain", dragged.current?.dataset.name ?? ""); // without data, Firefox drags nothing
      }}
      onDragOver={(event) => {
        if (dragged.current !== null && stageAt(event.target) !== null) event.preventDefault();
      }}
      onDrop={(event) => {
        const stage = stageAt(event.target);
        if (dragged.current === null || stage === null) return;
        event.preventDefault();
        move(dragged.current, stage);
      }}
      onDragEnd={() => {
        dragged.current = null;
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        const card = cardAt(event.target);
        if (!event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || !step || card === null) return;
        event.preventDefault();
        const at = stages.findIndex(({ id }) => id === card.dataset.stage);
        const next = stages[at + step];
        if (at >= 0 && next) move(card, next.id);
      }}
    >
      {children}
    </div>
  );
}

type BoardMovesProps = React.ComponentProps<"div"> & {
  readonly stages: readonly { readonly id: string; readonly name: string }[];
  readonly actions: BoardActions;
};

function useMove(stages: BoardMovesProps["stages"], { move, undo }: BoardActions) {
  const t = useTranslations("opportunities");
  const words = useRefusalText();
  const tell = useStepToast(undo);
  return (card: HTMLElement, stageId: string) => {
    const { card: id = "", version = "", stage, name = "" } = card.dataset;
    if (stage === stageId || card.ariaBusy === "true") return;
    card.ariaBusy = "true";
    const form = new FormData();
    for (const [key, value] of Object.entries({ id, version, stageId })) form.set(key, value);
    startTransition(async () => {
      const state = await move(IDLE, form);
      card.ariaBusy = null;
      if (state.status === "ok") {
        keepFocusOn(id);
        tell(name, state.data);
      } else if (state.status === "refused") {
        const isOurs = state.code === "unexpected" || state.code === "unavailable";
        const here = stages.find((one) => one.id === stage)?.name ?? "";
        showToast(isOurs ? t("moveFailed", { n: name, a: here }) : words(state));
      }
    });
  };
}

function cardAt(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;
}

function stageAt(target: EventTarget): string | null {
  const column = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  return column?.dataset.column ?? null;
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "./button";
import { X } from "./icons";

export type ToastAction = { readonly label: string; readonly run: () => void };
type Toast = { readonly id: number; readonly text: string; readonly actions: readonly ToastAction[] };

/** Says what came of something, from any client component, with what can be done about it (undo, open, try again). */
export function showToast(text: string, actions: readonly ToastAction[] = []) {
  nextId += 1;
  change([...toasts.slice(-2), { id: nextId, text, actions }]);
}

/** Stands once in the page, before there is anything to say, so that aids have noticed it. */
export function ToastRegion() {
  const t = useTranslations("common");
  const shown = useSyncExternalStore(subscribe, () => toasts, noToasts);
  return (
    <section
      data-slot="toasts"
      aria-label={t("messages")}
      className="pointer-events-none fixed inset-x-0 bottom-20 z-50 mx-auto grid w-[min(30rem,calc(100vw-2rem))] gap-2 md:bottom-6"
    >
      <div role="status" className="grid gap-2">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}

const SHOWN_MS = 12_000;

function ToastCard({ toast: { id, text, actions } }: { readonly toast: Toast }) {
  const t = useTranslations("common");
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, isHeld]);

  return (
    <div
      className="pointer-events-auto flex items-center gap-2 rounded-card border border-fg bg-fg py-2 pr-2 pl-4 text-bg shadow-raised"
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <p className="min-w-0 flex-1 break-words">{text}</p>
      {actions.map(({ label, run }) => (
        <Button key={label} tone="ghost" size="sm" className={ON_INK} onClick={() => (run(), dismiss(id))}>
          {label}
        </Button>
      ))}
      <Button tone="ghost" size="sm" className={ON_INK} aria-label={t("close")} onClick={() => dismiss(id)}>
        <X aria-hidden />
      </Button>
    </div>
  );
}

const ON_INK = "text-bg! underline underline-offset-2 hover:bg-bg/15! focus-visible:outline-bg!";

let toasts: readonly Toast[] = [];
let nextId = 0;
const listeners = new Set<() => void>();
const NONE: readonly Toast[] = [];

function noToasts(): readonly Toast[] {
  return NONE;
}

function change(next: readonly Toast[]) {
  toasts = next;
  listeners.forEach((listener) => listener());
}

function dismiss(id: number) {
  change(toasts.filter((toast) => toast.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

/** How many rows are selected, and the way to all of this page or to none. */
export function SelectedCount({ boxes }: { readonly boxes: () => readonly HTMLInputElement[] }) {
  const t = useTranslations("bulk");
  const n = useSyncExternalStore(
    onChange,
    () => boxes().filter(({ checked }) => checked).length,
    () => 0,
  );
  const select = (checked: boolean) => {
    for (const box of boxes()) box.checked = checked;
    document.dispatchEvent(new Event("change"));
  };
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3">
      <span aria-live="polite" className="font-medium">
        {n === 0 ? null : t("selected", { n })}
      </span>
      <Button size="sm" tone="ghost" className="underline" onClick={() => select(true)}>
        {t("selectPage")}
      </Button>
      <Button size="sm" tone="ghost" className="underline" onClick={() => select(false)}>
        {t("clear")}
      </Button>
    </div>
  );
}

function onChange(listener: () => void): () => void {
  document.addEventListener("change", listener);
  return () => document.removeEventListener("change", listener);
}

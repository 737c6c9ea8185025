"use client";

import { useTranslations } from "next-intl";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

/** What the keys do, under «?». */
export function ShortcutList({ isOpen, onOpenChange }: ShortcutListProps) {
  const t = useTranslations("keys");
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={t("title")} description={t("lead")}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5 gap-y-2">
          {KEYS.map(([name, keys]) => (
            <div key={name} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{t(`does.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}

type ShortcutListProps = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void };

const KEYS = [
  ["palette", ["Ctrl/⌘", "K"]],
  ["newLead", ["N"]],
  ["newOpportunity", ["M"]],
  ["report", ["G", "R"]],
  ["leads", ["G", "L"]],
  ["opportunities", ["G", "O"]],
  ["deals", ["G", "D"]],
  ["search", ["/"]],
  ["filter", ["F"]],
  ["row", ["↑ ↓"]],
  ["select", ["X"]],
  ["edit", ["E"]],
  ["board", ["Shift", "← →"]],
  ["list", ["?"]],
] as const;

"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { routes } from "@/lib/routes";
import { matching, type PaletteItem } from "./palette-items";

/** Go to, search, switch team: typed, chosen with the arrows, followed with Enter. */
export function Palette({ team, items, searchWords, isOpen, onOpenChange }: PaletteProps) {
  const t = useTranslations("keys");
  const searches = [
    { label: searchWords.leads, href: (q: string) => routes.leads(team, { q }) },
    { label: searchWords.opportunities, href: (q: string) => routes.opportunities(team, { q, layout: "list" }) },
  ];
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={t("palette")} className="top-[12dvh]! translate-y-0!" onOpenAutoFocus={toLine}>
        <Chooser items={items} searches={searches} close={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

/** The dialog itself would take its first button. */
function toLine(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof Element) event.currentTarget.querySelector("input")?.focus();
}

type PaletteProps = {
  readonly items: readonly PaletteItem[];
  readonly team: string;
  /** What the lists are called in which what is typed can be looked for. */
  readonly searchWords: { readonly leads: string; readonly opportunities: string };
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

function Chooser({ items, searches, close }: ChooserProps) {
  const t = useTranslations("keys");
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const q = typed.trim();
  const found = [
    ...matching(items, q),
    ...(q === "" ? [] : searches.map(({ label, href }) => ({ label: t("searchIn", { q, label }), href: href(q) }))),
  ];
  const chosen = Math.min(at, found.length - 1);
  const follow = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    close();
    router.push(item.href);
  };
  const pressed = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) follow(found[chosen]);
    else setAt((chosen + step + found.length) % found.length);
  };
  return (
    <div className="grid gap-3">
      <Input
        role="combobox"
        aria-label={t("paletteLabel")}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[chosen] ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <ul id={id} role="listbox" aria-label={t("palette")} className="grid max-h-[50dvh] gap-0.5 overflow-y-auto">
        {found.map((item, index) => (
          <li
            key={`${item.href} ${item.label}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className="min-h-9 cursor-pointer truncate rounded-control px-2.5 py-1.5 aria-selected:bg-open"
            onPointerMove={() => setAt(index)}
            onClick={() => follow(item)}
          >
            {item.label}
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-muted">
        {t("paletteFound", { n: found.length })}
      </p>
    </div>
  );
}

type ChooserProps = Pick<PaletteProps, "items"> & {
  readonly searches: readonly { readonly label: string; readonly href: (q: string) => string }[];
  readonly close: () => void;
};

"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { routes } from "@/lib/routes";
import { QUICK_ADD_ID } from "./new-lead";
import type { PaletteItem } from "./palette-items";
import { actOnPage, isTyping } from "./page-keys";
import { destinationOf, type Pressed } from "./shortcut-keys";

// Fetched when they are first opened: every page carries this file, few readers open them.
const Palette = lazy(async () => ({ default: (await import("./palette")).Palette }));
const ShortcutList = lazy(async () => ({ default: (await import("./shortcut-list")).ShortcutList }));

/**
 * Ctrl or ⌘ and K opens the palette. Single keys lead somewhere or do something on the page; they can be turned off, and are
 * silent where one types, in dialogs and menus, while composing, and with modifiers.
 */
export function Shortcuts({ team, hasSingleKeys, items, searchWords }: ShortcutsProps) {
  const router = useRouter();
  const before = useRef<Pressed | null>(null);
  const [open, setOpen] = useState<"palette" | "list" | null>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const key = event.key.toLowerCase();
      if (key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        setOpen("palette");
        return;
      }
      if (!hasSingleKeys || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const href = destinationOf(event.key, event.timeStamp, before.current, team);
      before.current = { key, at: event.timeStamp };
      if (href === null) {
        if (key === "?") setOpen("list");
        else if (!actOnPage(key)) return;
        event.preventDefault();
        return;
      }
      event.preventDefault();
      const line = href.endsWith(`#${QUICK_ADD_ID}`) ? document.getElementById(QUICK_ADD_ID) : null;
      if (line) line.focus();
      else router.push(href);
    };
    const openPalette = () => setOpen("palette");
    document.addEventListener("keydown", listen);
    document.addEventListener(OPEN_PALETTE, openPalette);
    return () => {
      document.removeEventListener("keydown", listen);
      document.removeEventListener(OPEN_PALETTE, openPalette);
    };
  }, [router, team, hasSingleKeys]);
  const change = (name: "palette" | "list") => (isOpen: boolean) => setOpen(isOpen ? name : null);
  const searches = [
    { label: searchWords.leads, href: (q: string) => routes.leads(team, { q }) },
    { label: searchWords.opportunities, href: (q: string) => routes.opportunities(team, { q, layout: "list" }) },
  ];
  if (open === null) return null;
  return (
    <Suspense>
      {open === "palette" ? (
        <Palette items={items} searches={searches} isOpen onOpenChange={change("palette")} />
      ) : (
        <ShortcutList isOpen onOpenChange={change("list")} />
      )}
    </Suspense>
  );
}

/** What the button in the sidebar sends. */
export const OPEN_PALETTE = "tofold:palette";

type ShortcutsProps = {
  readonly team: string;
  /** Single keys can be turned off (WCAG 2.1.4). */
  readonly hasSingleKeys: boolean;
  readonly items: readonly PaletteItem[];
  readonly searchWords: { readonly leads: string; readonly opportunities: string };
};

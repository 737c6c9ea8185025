"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { PaletteItem } from "./palette-items";
import { actOnPage, isTyping } from "./page-keys";
import { type Destinations, destinationOf, type Pressed } from "./shortcut-keys";

// Fetched when they are first opened: every page carries this file, few readers open them.
const Palette = lazy(async () => ({ default: (await import("./palette")).Palette }));
const ShortcutList = lazy(async () => ({ default: (await import("./shortcut-list")).ShortcutList }));

/**
 * Ctrl or ⌘ and K opens the palette. Single keys lead somewhere or do something on the page; they can be turned off, and are
 * silent where one types, in dialogs and menus, while composing, and with modifiers.
 */
export function Shortcuts({ team, destinations, items, searchWords }: ShortcutsProps) {
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
      if (destinations === null || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const href = destinationOf(event.key, event.timeStamp, before.current, destinations);
      before.current = { key, at: event.timeStamp };
      if (href === null) {
        if (key === "?") setOpen("list");
        else if (!actOnPage(key)) return;
        event.preventDefault();
        return;
      }
      event.preventDefault();
      const [, id = ""] = href.split("#");
      // On the page that has the line already, the key leads straight to it.
      const line = document.getElementById(id);
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
  }, [router, destinations]);
  const change = (name: "palette" | "list") => (isOpen: boolean) => setOpen(isOpen ? name : null);
  if (open === null) return null;
  return (
    <Suspense>
      {open === "palette" ? (
        <Palette team={team} items={items} searchWords={searchWords} isOpen onOpenChange={change("palette")} />
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
  /** Null where single keys are turned off (WCAG 2.1.4). */
  readonly destinations: Destinations | null;
  readonly items: readonly PaletteItem[];
  readonly searchWords: { readonly leads: string; readonly opportunities: string };
};

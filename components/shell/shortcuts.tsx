"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { QUICK_ADD_ID } from "./new-lead";
import { destinationOf, type Pressed } from "./shortcut-keys";

/** Single keys that lead somewhere. Silent where one types, in dialogs and menus, while composing, and with modifiers. */
export function Shortcuts({ team }: { readonly team: string }) {
  const router = useRouter();
  const before = useRef<Pressed | null>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const href = destinationOf(event.key, event.timeStamp, before.current, team);
      before.current = { key: event.key.toLowerCase(), at: event.timeStamp };
      if (href === null) return;
      event.preventDefault();
      const line = href.endsWith(`#${QUICK_ADD_ID}`) ? document.getElementById(QUICK_ADD_ID) : null;
      if (line) line.focus();
      else router.push(href);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [router, team]);
  return null;
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu], [popover]") != null;
}

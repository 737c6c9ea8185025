"use client";

import { Kbd } from "@/components/ui/kbd";
import { Search } from "@/components/ui/icons";
import { OPEN_PALETTE } from "./shortcuts";

export function PaletteButton({ children }: { readonly children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      className="flex min-h-9 w-full items-center gap-2.5 rounded-control border border-edge bg-card px-2.5 text-left text-muted hover:text-fg"
      onClick={() => document.dispatchEvent(new Event(OPEN_PALETTE))}
    >
      <Search aria-hidden className="size-4" />
      <span className="flex-1">{children}</span>
      <Kbd aria-hidden>⌘K</Kbd>
    </button>
  );
}

"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Without scripts it does nothing, and the browser's own menu prints the same page. */
export function PrintButton({ children }: { readonly children: React.ReactNode }) {
  return (
    <Button tone="secondary" size="sm" data-print="hide" onClick={() => window.print()}>
      <Printer aria-hidden className="size-4" />
      {children}
    </Button>
  );
}

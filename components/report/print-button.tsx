"use client";

import { Button } from "@/components/ui/button";

/** Without scripts it does nothing, and the browser's own menu prints the same page. */
export function PrintButton({ children }: { readonly children: React.ReactNode }) {
  return (
    <Button tone="secondary" size="sm" data-print="hide" onClick={() => window.print()}>
      {children}
    </Button>
  );
}

"use client";

import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";

/** The button of a form that undoes one row, and why it could not. */
export function UndoButton({ label, fullLabel }: { readonly label: string; readonly fullLabel: string }) {
  return (
    <>
      <ErrorSummary />
      <SubmitButton tone="secondary" size="sm" aria-label={fullLabel} className="w-fit">
        {label}
      </SubmitButton>
    </>
  );
}

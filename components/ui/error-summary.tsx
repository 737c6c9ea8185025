"use client";

import { lazy, Suspense, useId } from "react";
import { useActionForm } from "./form-context";

// Every page with a form carries this file, few forms are refused.
const Refusal = lazy(async () => ({ default: (await import("./refusal")).Refusal }));

/** Every refusal in words, each a link to its field. It takes the focus, so it is read and near at hand. */
export function ErrorSummary() {
  const { state } = useActionForm();
  const titleId = useId();
  if (state.status !== "refused") return null;
  return (
    <div
      tabIndex={-1}
      role="group"
      aria-labelledby={titleId}
      data-slot="error-summary"
      className="rounded-card border border-danger p-4"
    >
      <Suspense>
        <Refusal state={state} titleId={titleId} />
      </Suspense>
    </div>
  );
}

"use client";

import { ErrorSummary } from "./error-summary";
import { useActionForm } from "./form-context";
import { SubmitButton } from "./submit-button";

/** How every form ends: what must be corrected, the button, and what came of it. Children stand beside the button. */
export function FormEnd({ submit, answer, okMessage, tone, children }: FormEndProps) {
  const { state, isPending } = useActionForm();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ErrorSummary />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton tone={tone} className="max-w-full py-1" {...answer}>
          {/* It may hold the name of what it is done to, as long as somebody made it. */}
          <span className="min-w-0 wrap-anywhere whitespace-normal">{submit}</span>
        </SubmitButton>
        {children}
        <p role="status" className="text-muted">
          {state.status === "ok" && !isPending ? okMessage : null}
        </p>
      </div>
    </div>
  );
}

type FormEndProps = {
  readonly submit: string;
  /** What pressing it says, where another button beside it says something else. */
  readonly answer?: { readonly name: string; readonly value: string };
  readonly okMessage?: string;
  readonly tone?: React.ComponentProps<typeof SubmitButton>["tone"];
  readonly children?: React.ReactNode;
};

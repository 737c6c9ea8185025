"use client";

import { useFormStatus } from "react-dom";

export function ScenarioButton({ value, label, hint, kind }: ScenarioButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name="scenario"
      value={value}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
      className="grid content-start gap-1 rounded-card border border-edge bg-card p-4 text-left hover:border-fg hover:bg-sunken aria-disabled:opacity-55"
    >
      <span className="text-sm text-muted">{kind}</span>
      <span className="text-[1.0625rem] leading-6 font-semibold">{label}</span>
      <span className="text-muted">{hint}</span>
    </button>
  );
}

type ScenarioButtonProps = {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: string;
};

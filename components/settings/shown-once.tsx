"use client";

import { useId } from "react";
import { useActionForm } from "@/components/ui/form-context";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** Of what the form's action gave, the secret of this name: to be copied now, for nobody can show it again. */
export function ShownOnce({ name, label, hint }: ShownOnceProps) {
  const { state } = useActionForm();
  const id = useId();
  const secret = state.status === "ok" ? secretOf(state.data, name) : null;
  if (secret === null) return null;
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <p className="text-sm text-muted">{hint}</p>
      <Input id={id} value={secret} readOnly onFocus={(event) => event.currentTarget.select()} />
    </div>
  );
}

function secretOf(data: unknown, name: string): string | null {
  const [, secret] = Object.entries(data ?? {}).find(([key]) => key === name) ?? [];
  return typeof secret === "string" ? secret : null;
}

type ShownOnceProps = { readonly name: "link" | "key"; readonly label: string; readonly hint: string };

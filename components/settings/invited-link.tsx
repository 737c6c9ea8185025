"use client";

import { useId } from "react";
import { useActionForm } from "@/components/ui/form-context";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** Shown once, where no letters are sent: the link to hand over by other means. */
export function InvitedLink({ label, hint }: { readonly label: string; readonly hint: string }) {
  const { state } = useActionForm();
  const id = useId();
  const link = state.status === "ok" ? linkOf(state.data) : null;
  if (link === null) return null;
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <p className="text-sm text-muted">{hint}</p>
      <Input id={id} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
    </div>
  );
}

function linkOf(data: unknown): string | null {
  return typeof data === "object" && data !== null && "link" in data && typeof data.link === "string"
    ? data.link
    : null;
}

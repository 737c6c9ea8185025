"use client";

import { useParams, useSearchParams } from "next/navigation";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { controlProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { routes } from "@/lib/routes";

/** A plain form: the page that stands for «locked» is told no address, so this one reads it where it stands. */
export function UnlockForm({ label, submit, refusals }: UnlockFormProps) {
  const { token } = useParams<{ token: string }>();
  const refusal = useSearchParams().get("password");
  const error = refusal === "wrong" || refusal === "wait" ? refusals[refusal] : undefined;
  return (
    <form method="post" action={routes.unlockReport(token)} className="grid w-full max-w-sm gap-4">
      <div className="grid gap-1.5">
        <Label htmlFor="link-password">{label}</Label>
        <Input
          {...controlProps("link-password", { error })}
          name="password"
          type="password"
          autoComplete="off"
          required
          autoFocus
        />
        <FieldError id="link-password" error={error} />
      </div>
      <Button type="submit" tone="primary" className="w-fit">
        {submit}
      </Button>
    </form>
  );
}

interface UnlockFormProps {
  readonly label: string;
  readonly submit: string;
  readonly refusals: { readonly wrong: string; readonly wait: string };
}

"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** Stays focusable while it waits; a second press of the same form is ignored. */
export function SubmitButton({ children, tone = "primary", ...props }: Omit<ButtonProps, "asChild" | "type">) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      tone={tone}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
      {...props}
    >
      {pending ? <span aria-hidden className={WHEEL} /> : null}
      {children}
    </Button>
  );
}

const WHEEL = "size-4 animate-spin rounded-full border-2 border-current border-r-transparent";

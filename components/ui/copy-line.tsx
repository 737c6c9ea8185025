"use client";

import { Check, Copy } from "./icons";
import { useId, useState } from "react";
import { Button } from "./button";
import { Input } from "./input";
import { Label } from "./label";

/** A text to take along: selected at a touch, or copied by the button where the browser lets us. */
export function CopyLine({ label, hint, value, copy, copied }: CopyLineProps) {
  const id = useId();
  const [isCopied, setIsCopied] = useState(false);
  const take = () => void navigator.clipboard.writeText(value).then(() => setIsCopied(true));
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      {hint === undefined ? null : <p className="text-sm text-muted">{hint}</p>}
      <div className="flex gap-2">
        <Input id={id} value={value} readOnly className="min-w-0" onFocus={(event) => event.currentTarget.select()} />
        <Button onClick={take}>
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span aria-live="polite">{isCopied ? copied : copy}</span>
        </Button>
      </div>
    </div>
  );
}

interface CopyLineProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  readonly copy: string;
  readonly copied: string;
}

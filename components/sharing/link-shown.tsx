"use client";

import { CopyLine } from "@/components/ui/copy-line";
import { useActionForm } from "@/components/ui/form-context";

/** What an action has just given out: an address, the code of a frame, a password. It stands here until the page is left. */
export function LinkShown({ labels, hints }: LinkShownProps) {
  const { state } = useActionForm();
  const given = state.status === "ok" ? state.data : null;
  return PARTS.map((part) => {
    const value = textOf(given, part);
    if (value === null) return null;
    return (
      <CopyLine
        key={part}
        label={labels[part]}
        hint={hints[part]}
        value={value}
        copy={labels.copy}
        copied={labels.copied}
      />
    );
  });
}

const PARTS = ["link", "password", "frame"] as const;
type Part = (typeof PARTS)[number];

function textOf(data: unknown, part: Part): string | null {
  if (typeof data !== "object" || data === null) return null;
  const found = Object.entries(data).find(([name]) => name === part)?.[1];
  return typeof found === "string" ? found : null;
}

/** What actions give out, each a part of it. */
export interface GivenLink {
  readonly link: string;
  readonly password: string | null;
  /** The code of a frame, where the link may stand in one. */
  readonly frame: string | null;
}

export interface LinkShownProps {
  readonly labels: Readonly<Record<Part | "copy" | "copied", string>>;
  readonly hints: Readonly<Record<Part, string | undefined>>;
}

import type { ReactNode } from "react";

/** Filters: on a phone folded away, so that the answer comes before the question; where there is room they stand open. */
export function Unfolded({ summary, open, className = "mb-4", children }: UnfoldedProps) {
  return (
    <details data-slot="unfolded" data-print="hide" open={open} className={className}>
      <summary className="link w-fit rounded-sm py-1">{summary}</summary>
      {children}
    </details>
  );
}

type UnfoldedProps = {
  readonly summary: string;
  /** On a phone, too. */
  readonly open: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

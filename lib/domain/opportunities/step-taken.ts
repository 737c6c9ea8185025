import type { TransitionId } from "@/lib/domain/ids";

/** What became of an opportunity, to be told, and the row of the log to undo it by; null where it stood there already. */
export type StepTaken = { readonly transitionId: TransitionId | null } & (
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "won"; readonly amount: { readonly minor: number; readonly currency: string } | null }
  | { readonly kind: "lost"; readonly reason: string }
);

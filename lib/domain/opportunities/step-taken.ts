import type { TransitionId } from "@/lib/domain/ids";

/** What became of an opportunity, to be told. `row` undoes it and names the stage before; null where it stood there already. */
export type StepTaken = { readonly row: StepRow | null } & (
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "won"; readonly amount: { readonly minor: number; readonly currency: string } | null }
  | { readonly kind: "lost"; readonly reason: string }
);

export interface StepRow {
  readonly id: TransitionId;
  readonly from: string;
}

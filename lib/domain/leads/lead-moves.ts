import type { StageId } from "@/lib/domain/ids";
import { type Kind, LEAD_MOVES, type LeadKind } from "@/lib/domain/pipeline/kinds";

interface Stage {
  readonly id: StageId;
  readonly name: string;
  readonly kind: Kind;
}

/** What a lead's moves are read from: a row of its log. */
export interface LoggedMove {
  readonly subject: "lead" | "opportunity";
  readonly fromKind: Kind | null;
  readonly fromStageId: StageId | null;
  readonly toKind: Kind | null;
  readonly undoesId: string | null;
  readonly undone: boolean;
}

/** Where a person can be offered to move a lead from where it stands. The move itself decides anew. */
export function leadMovesFrom(
  lead: { readonly kind: LeadKind | null; readonly stageId: string | null },
  { stages, log, opportunities }: Around,
) {
  const { kind } = lead;
  const reachable: readonly LeadKind[] = kind === null ? [] : LEAD_MOVES[kind];
  const ofKind = (wanted: Kind) => stages.filter((one) => one.kind === wanted && one.id !== lead.stageId);
  const hasOpen = opportunities.some((one) => one.kind === "open");
  return {
    onwards: kind === "excluded" ? [] : reachable.filter((to) => to === openAgain(kind, opportunities)).flatMap(ofKind),
    notAFit: kind !== "excluded" && reachable.includes("not_a_fit") && !hasOpen ? ofKind("not_a_fit") : [],
    exclude: reachable.includes("excluded") ? ofKind("excluded") : [],
    backIn: kind === "excluded" ? stages.filter((one) => one.id === excludedFrom(log)) : [],
  };
}

interface Around {
  readonly stages: readonly Stage[];
  readonly log: readonly LoggedMove[];
  readonly opportunities: readonly { readonly kind: Kind | null }[];
}

/** A lead that was "not a fit" is taken up again where its opportunities have brought it. */
function openAgain(kind: LeadKind | null, opportunities: readonly unknown[]): LeadKind {
  return kind === "not_a_fit" && opportunities.length > 0 ? "qualified" : "open";
}

function excludedFrom(log: readonly LoggedMove[]): StageId | null {
  const last = log.findLast(
    (row) =>
      row.subject === "lead" &&
      !row.undone &&
      row.undoesId === null &&
      row.toKind === "excluded" &&
      row.fromKind !== "excluded",
  );
  return last?.fromStageId ?? null;
}

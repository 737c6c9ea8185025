import { z } from "zod";
import type { TeamContext } from "@/lib/auth/team-context";
import { fieldError } from "@/lib/domain/errors";
import type { OpportunityId, StageId } from "@/lib/domain/ids";
import type { StepTaken } from "@/lib/domain/opportunities/step-taken";
import { moveOpportunity as move } from "@/lib/domain/pipeline/commands/move-opportunity";
import { opportunityKind } from "@/lib/domain/pipeline/transition";
import { decideStep } from "@/lib/use-cases/cases/decide";
import { stated } from "@/lib/use-cases/cases/stated";
import { idField, optionalTypedDateField, versionField } from "@/lib/use-cases/fields";

export function moveOpportunityInput(locale: "nb" | "en") {
  return z.strictObject({
    id: idField<OpportunityId>(),
    version: versionField,
    stageId: idField<StageId>(),
    on: optionalTypedDateField(locale),
  });
}
export type MoveOpportunity = z.output<ReturnType<typeof moveOpportunityInput>>;

/** Moves an opportunity among open stages, or opens a lost one again. Winning and losing have forms of their own. */
export async function moveOpportunity(ctx: TeamContext, input: MoveOpportunity): Promise<StepTaken> {
  let name = "";
  const when = stated(ctx, input.on, "on");
  const row = await decideStep(ctx, { opportunityId: input.id, version: input.version }, (file, tools) => {
    const to = tools.stage("opportunity", input.stageId);
    if (to === null || opportunityKind(to.kind) !== "open") throw fieldError({ stageId: "choice" });
    name = to.name;
    return move(file, input.id, { to: { id: to.id, kind: "open" }, when }, tools.consequences, tools.recording);
  });
  return { kind: "moved", to: name, row };
}

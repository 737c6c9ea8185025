import { z } from "zod";
import { listLostReasons } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { fieldError } from "@/lib/domain/errors";
import type { LostReasonId, OpportunityId, StageId } from "@/lib/domain/ids";
import type { StepTaken } from "@/lib/domain/opportunities/step-taken";
import { moveOpportunity } from "@/lib/domain/pipeline/commands/move-opportunity";
import { decideStep } from "@/lib/use-cases/cases/decide";
import { endStage } from "@/lib/use-cases/cases/end-stage";
import { stated } from "@/lib/use-cases/cases/stated";
import { idField, optionalTypedDateField, versionField } from "@/lib/use-cases/fields";

export function loseOpportunityInput(locale: "nb" | "en") {
  return z.strictObject({
    id: idField<OpportunityId>(),
    version: versionField,
    lostReasonId: idField<LostReasonId>(),
    on: optionalTypedDateField(locale),
  });
}
export type LoseOpportunity = z.output<ReturnType<typeof loseOpportunityInput>>;

/** Marks an opportunity as lost, for one of the team's reasons, in this stage or the first of that kind. */
export async function loseOpportunity(ctx: TeamContext, input: LoseOpportunity, stageId?: StageId): Promise<StepTaken> {
  const when = stated(ctx, input.on, "on");
  const reason = (await listLostReasons(ctx.db)).find(({ id }) => id === input.lostReasonId);
  if (!reason || reason.archivedAt) throw fieldError({ lostReasonId: "choice" });
  const row = await decideStep(ctx, { opportunityId: input.id, version: input.version }, (file, tools) => {
    const step = { to: endStage(tools, "lost", stageId), when, lostReasonId: reason.id };
    const decision = moveOpportunity(file, input.id, step, tools.consequences, tools.recording);
    return decision.kind === "unchanged" ? { kind: "refused", code: "already-decided" } : decision;
  });
  return { kind: "lost", reason: reason.name, row };
}

import { z } from "zod";
import type { TeamContext } from "@/lib/auth/team-context";
import type { DealId, OpportunityId, StageId } from "@/lib/domain/ids";
import { type Case, stateOf, withDeal } from "@/lib/domain/pipeline/case";
import type { StepTaken } from "@/lib/domain/opportunities/step-taken";
import { moveOpportunity } from "@/lib/domain/pipeline/commands/move-opportunity";
import { readAmount } from "@/lib/use-cases/cases/amount-field";
import { decideStep, lockCase } from "@/lib/use-cases/cases/decide";
import { endStage } from "@/lib/use-cases/cases/end-stage";
import { stated } from "@/lib/use-cases/cases/stated";
import { dealFields, newDeal } from "@/lib/use-cases/deals/deal-fields";
import { idField, versionField } from "@/lib/use-cases/fields";

export function winOpportunityInput(locale: "nb" | "en") {
  return z
    .strictObject({ id: idField<OpportunityId>(), version: versionField, ...dealFields(locale) })
    .transform(readAmount(locale, { isRequired: true }));
}
export type WinOpportunity = z.output<ReturnType<typeof winOpportunityInput>>;

/** Wins an opportunity, in this stage or the first of that kind: its deal, its row and its lead's becoming a customer, together or not at all. */
export async function winOpportunity(
  ctx: TeamContext,
  input: WinOpportunity,
  stageId?: StageId,
): Promise<StepTaken & { readonly dealId: DealId }> {
  const when = stated(ctx, input.signedOn, "signedOn");
  const target = { opportunityId: input.id, version: input.version };
  const leadId = standingLead(await lockCase(ctx, target));
  const deal = newDeal(ctx.newId<DealId>(), input, when, { leadId, opportunityId: input.id });
  const row = await decideStep(
    ctx,
    target,
    (file, tools) => {
      const signed = { id: deal.id, opportunityId: input.id, signed: when, voided: false, batchId: null };
      const step = { to: endStage(tools, "won", stageId), when };
      const decision = moveOpportunity(withDeal(file, signed), input.id, step, tools.consequences, tools.recording);
      return decision.kind === "unchanged" ? { kind: "refused", code: "already-decided" } : decision;
    },
    { deals: [deal] },
  );
  return { kind: "won", amount: input.money, row, dealId: deal.id };
}

function standingLead(file: Case) {
  return stateOf(file).lead === null ? null : (file.lead?.id ?? null);
}

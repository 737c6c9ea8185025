import { z } from "zod";
import type { TeamContext } from "@/lib/auth/team-context";
import { fieldError } from "@/lib/domain/errors";
import type { LeadId, StageId, TransitionId } from "@/lib/domain/ids";
import { moveLead as move } from "@/lib/domain/pipeline/commands/move-lead";
import { EXCLUDED_AS } from "@/lib/domain/pipeline/kinds";
import { leadKind } from "@/lib/domain/pipeline/transition";
import { decide } from "@/lib/use-cases/cases/decide";
import { stated } from "@/lib/use-cases/cases/stated";
import { idField, optionalChoiceField, optionalTypedDateField, versionField } from "@/lib/use-cases/fields";

export function moveLeadInput(locale: "nb" | "en") {
  return z.strictObject({
    id: idField<LeadId>(),
    version: versionField,
    stageId: idField<StageId>(),
    excludedAs: optionalChoiceField(EXCLUDED_AS),
    on: optionalTypedDateField(locale),
  });
}
export type MoveLead = z.output<ReturnType<typeof moveLeadInput>>;

/** Moves a lead among open stages, to "not a fit", out of the rates (with a reason) or back in. */
export async function moveLead(ctx: TeamContext, input: MoveLead): Promise<void> {
  await takeLeadStep(ctx, input);
}

/** The same; gives the row of the log that it added, null where the lead stood there already. */
export async function takeLeadStep(ctx: TeamContext, input: MoveLead): Promise<TransitionId | null> {
  let transitionId: TransitionId | null = null;
  const when = stated(ctx, input.on, "on");
  await decide(ctx, { leadId: input.id, version: input.version }, (file, { stage, consequences, recording }) => {
    const to = stage("lead", input.stageId);
    const kind = leadKind(to?.kind ?? null);
    if (to === null || kind === null) throw fieldError({ stageId: "choice" });
    if (kind === "excluded" && input.excludedAs === null) throw fieldError({ excludedAs: "required" });
    const decision = move(
      file,
      { to: { id: to.id, kind }, when, excludedAs: input.excludedAs ?? undefined },
      consequences,
      recording,
    );
    if (decision.kind === "decided") transitionId = decision.rows.find(({ subject }) => subject === "lead")?.id ?? null;
    return decision;
  });
  return transitionId;
}

import { z } from "zod";
import type { TeamContext } from "@/lib/auth/team-context";
import type { DealId, LeadId } from "@/lib/domain/ids";
import { dealDirectly } from "@/lib/domain/pipeline/commands/deal-directly";
import { readAmount } from "@/lib/use-cases/cases/amount-field";
import { decide } from "@/lib/use-cases/cases/decide";
import { stated } from "@/lib/use-cases/cases/stated";
import { idField, versionField } from "@/lib/use-cases/fields";
import { dealFields, newDeal } from "./deal-fields";

export function sellDirectlyInput(locale: "nb" | "en") {
  return z
    .strictObject({ id: idField<LeadId>(), version: versionField, ...dealFields(locale) })
    .transform(readAmount(locale, { isRequired: true }));
}
export type SellDirectly = z.output<ReturnType<typeof sellDirectlyInput>>;

/** A deal with the lead itself, without an opportunity: a direct customer, in the lead rate and not in step 2. Sent twice it is one deal. */
export async function sellDirectly(ctx: TeamContext, input: SellDirectly): Promise<{ dealId: DealId }> {
  const when = stated(ctx, input.signedOn, "signedOn");
  const deal = newDeal(ctx.newId<DealId>(), input, when, { leadId: input.id, opportunityId: null });
  await decide(
    ctx,
    { leadId: input.id, version: input.version },
    (file, { first, recording }) => dealDirectly(file, { to: first("lead", "customer"), when }, recording),
    { deals: [deal], workedOn: [input.id] },
  );
  return { dealId: deal.id };
}

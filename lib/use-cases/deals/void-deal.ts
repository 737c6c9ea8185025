import { z } from "zod";
import { findDealParties } from "@/db/queries/versions";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { DealId } from "@/lib/domain/ids";
import { voidDeal as decideVoid } from "@/lib/domain/pipeline/commands/undo";
import { rightNow } from "@/lib/domain/pipeline/when";
import { decide, type Target } from "@/lib/use-cases/cases/decide";
import { idField, versionField } from "@/lib/use-cases/fields";

export const VoidDealInput = z.strictObject({ id: idField<DealId>(), version: versionField });

/** Voids a deal, and undoes what it decided: the win, or the lead's becoming a customer. */
export async function voidDeal(ctx: TeamContext, input: z.output<typeof VoidDealInput>): Promise<void> {
  const seen = await findDealParties(ctx.db, input.id);
  const target = seen === null ? null : partyOf(seen);
  if (seen === null || target === null) throw new AppError("not-found");
  if (seen.version !== input.version) throw new AppError("conflict");
  await decide(ctx, target, (file, { consequences, recording }) =>
    decideVoid(file, input.id, rightNow(ctx.team.timeZone, ctx.now), consequences, recording),
  );
}

function partyOf({ leadId, opportunityId }: NonNullable<Awaited<ReturnType<typeof findDealParties>>>): Target | null {
  if (leadId !== null) return { leadId, version: null };
  return opportunityId === null ? null : { opportunityId, version: null };
}

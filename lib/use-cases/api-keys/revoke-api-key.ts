import { z } from "zod";
import { revokeApiKeyRow } from "@/db/mutations/api-keys";
import { findApiKey } from "@/db/queries/api-keys";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { ApiKeyId } from "@/lib/domain/ids";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { idField } from "@/lib/use-cases/fields";

export const RevokeApiKeyInput = z.strictObject({ id: idField<ApiKeyId>() });

/** Ends a key at once and for ever. */
export async function revokeApiKey(ctx: TeamContext, { id }: z.output<typeof RevokeApiKeyInput>): Promise<void> {
  if ((await findApiKey(ctx.db, id)) === null) throw new AppError("not-found");
  if (!(await revokeApiKeyRow(ctx.db, id, ctx.now))) return;
  await recordActivity(ctx, "key.revoked", ["key", id]);
}

import { z } from "zod";
import { createApiKeyRow } from "@/db/mutations/api-keys";
import { listApiKeys } from "@/db/queries/api-keys";
import type { TeamContext } from "@/lib/auth/team-context";
import { KEY_PREFIX, KEY_SCOPES, keyEnd, keyHint } from "@/lib/domain/api-keys/api-key";
import { AppError } from "@/lib/domain/errors";
import type { ApiKeyId } from "@/lib/domain/ids";
import { hashToken, newToken } from "@/lib/token";
import { passwordField } from "@/lib/use-cases/account/password-fields";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { choiceField, nameField } from "@/lib/use-cases/fields";

const DAY_MS = 24 * 60 * 60 * 1000;
const LIVE_KEYS_MAX = 50;

/** In days; `never` is there for machines that nobody looks after. */
export const KEY_LIFETIMES = ["30", "90", "365", "never"] as const;

export const CreateApiKeyInput = z.strictObject({
  name: nameField,
  scope: choiceField(KEY_SCOPES),
  days: choiceField(KEY_LIFETIMES),
});
/** The same as a form asks it: making a key wants the password again. */
export const NewApiKeyForm = CreateApiKeyInput.extend({ password: passwordField });
export type CreateApiKeyInput = z.output<typeof CreateApiKeyInput>;

/** A new key of the team, in the name of its maker. It is given here and nowhere else; the table has its hash. */
export async function createApiKey(
  ctx: Pick<TeamContext, "db" | "now" | "newId"> & { readonly user: Pick<TeamContext["user"], "id"> },
  { name, scope, days }: CreateApiKeyInput,
): Promise<{ readonly id: ApiKeyId; readonly key: string }> {
  const live = (await listApiKeys(ctx.db)).filter((one) => keyEnd({ ...one, makerRole: "owner" }, ctx.now) === null);
  if (live.length >= LIVE_KEYS_MAX) throw new AppError("too-many", { n: 0 });
  const key = `${KEY_PREFIX}${newToken()}`;
  const id = ctx.newId<ApiKeyId>();
  await createApiKeyRow(ctx.db, {
    id,
    name,
    scope,
    tokenHash: hashToken(key),
    hint: keyHint(key),
    createdBy: ctx.user.id,
    createdAt: ctx.now,
    expiresAt: days === "never" ? null : new Date(ctx.now.getTime() + Number(days) * DAY_MS),
  });
  await recordActivity(ctx, "key.created", ["key", id], ["scope"]);
  return { id, key };
}

import { z } from "zod";
import { createUser } from "@/db/directory";
import type { InviteContext } from "@/lib/auth/open-invite";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { UserId } from "@/lib/domain/ids";
import { isGuessable } from "@/lib/domain/input/password";
import { newPasswordField } from "@/lib/use-cases/account/password-fields";
import { personNameField, tokenField } from "@/lib/use-cases/fields";
import { acceptInvitation } from "./accept-invitation";

export const JoinWithNewAccountInput = z.strictObject({
  token: tokenField,
  name: personNameField,
  password: newPasswordField,
});
export type JoinWithNewAccountInput = z.output<typeof JoinWithNewAccountInput>;

/** Makes the invited address's account, confirmed by the link that was sent to it, and a member of it. */
export async function joinWithNewAccount(
  ctx: InviteContext,
  { name, password }: Pick<JoinWithNewAccountInput, "name" | "password">,
  { passwordHash, locale }: { readonly passwordHash: string; readonly locale: "nb" | "en" },
): Promise<UserId> {
  const { email } = ctx.invitation;
  if (isGuessable(password, { email, name })) throw fieldError({ password: "password-common" });
  const id = ctx.newId<UserId>();
  const isNew = await createUser(ctx.db.tx, { id, email, name, passwordHash, locale, emailConfirmedAt: ctx.now });
  if (!isNew) throw new AppError("conflict"); // The page then asks to sign in instead.
  await acceptInvitation(ctx, { id, name, email, emailConfirmed: true });
  return id;
}

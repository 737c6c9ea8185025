import { z } from "zod";
import { updateUser } from "@/db/directory";
import type { SignedInContext } from "@/lib/auth/account-context";
import { choiceField } from "../fields";

export const ChangeLocaleInput = z.strictObject({ locale: choiceField(["nb", "en"]) });
export type ChangeLocaleInput = z.output<typeof ChangeLocaleInput>;

/** The language of the user's pages and letters. */
export async function changeLocale(ctx: SignedInContext, { locale }: ChangeLocaleInput): Promise<void> {
  await ctx.change((tx) => updateUser(tx, ctx.session.user.id, { locale }));
}

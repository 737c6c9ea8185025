import { z } from "zod";
import { updateUser } from "@/db/directory";
import type { SignedInContext } from "@/lib/auth/account-context";
import { personNameField } from "../fields";

export const ChangeNameInput = z.strictObject({ name: personNameField });
export type ChangeNameInput = z.output<typeof ChangeNameInput>;

export async function changeName(ctx: SignedInContext, { name }: ChangeNameInput): Promise<void> {
  await ctx.change((tx) => updateUser(tx, ctx.session.user.id, { name }));
}

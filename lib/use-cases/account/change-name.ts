import { z } from "zod";
import { updateUser } from "@/db/directory";
import { renameMember } from "@/db/mutations/members";
import type { SignedInContext } from "@/lib/auth/account-context";
import { personNameField } from "../fields";

export const ChangeNameInput = z.strictObject({ name: personNameField });
export type ChangeNameInput = z.output<typeof ChangeNameInput>;

/** The new name, in the account and as it stands in every team that one is a member of. */
export async function changeName(ctx: SignedInContext, { name }: ChangeNameInput): Promise<void> {
  const { id } = ctx.session.user;
  await ctx.change((tx) => updateUser(tx, id, { name }));
  await ctx.changeOwnTeams((db) => renameMember(db, id, name));
}

import { z } from "zod";
import { deleteSessionOf } from "@/db/directory";
import type { SignedInContext } from "@/lib/auth/account-context";
import { AppError } from "@/lib/domain/errors";
import type { SessionId } from "@/lib/domain/ids";
import { idField } from "../fields";

export const EndSessionInput = z.strictObject({ session: idField<SessionId>() });
export type EndSessionInput = z.output<typeof EndSessionInput>;

/** One of one's own. Somebody else's does not exist here. */
export async function endOwnSession(ctx: SignedInContext, { session }: EndSessionInput): Promise<void> {
  const ended = await ctx.change((tx) => deleteSessionOf(tx, ctx.session.user.id, session));
  if (!ended) throw new AppError("not-found");
}

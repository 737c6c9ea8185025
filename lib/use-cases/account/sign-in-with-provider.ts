import type { Tx } from "@/db/client";
import { createAccount, createUser, findAccountUser, findUser, findUserByEmail, replaceToken } from "@/db/directory";
import type { AccountContext } from "@/lib/auth/account-context";
import type { ProviderIdentity } from "@/lib/auth/next-auth";
import type { UserId } from "@/lib/domain/ids";
import { parseEmail } from "@/lib/domain/input/email";
import { parsePersonName } from "@/lib/domain/input/team-name";
import { nameFromEmail } from "@/lib/domain/name-from-email";
import { confirmationToken } from "./letter-tokens";

/** Whose account it is; null when nobody's. Somebody else's word about an address opens no account that is there already. */
export async function signInWithProvider(ctx: AccountContext, identity: ProviderIdentity): Promise<UserId | null> {
  const email = parseEmail(identity.email);
  await ctx.allow("sign-in", email.ok ? email.value : identity.providerAccountId);
  return ctx.change(async (tx) => {
    const known = await findAccountUser(tx, identity.provider, identity.providerAccountId);
    if (known !== null) return isEnabled(tx, known);
    if (!email.ok) return null;
    const owner = await findUserByEmail(tx, email.value);
    if (owner === null) return createFrom(ctx, tx, identity, email.value);
    // Both sides proven, or whoever signed up first with a foreign address would share the account of its owner.
    const isProven = identity.emailVerified && owner.emailConfirmedAt !== null && owner.disabledAt === null;
    return isProven ? link(tx, identity, owner.id) : null;
  });
}

async function isEnabled(tx: Tx, id: UserId): Promise<UserId | null> {
  const user = await findUser(tx, id);
  return user !== null && user.disabledAt === null ? id : null;
}

async function createFrom(ctx: AccountContext, tx: Tx, identity: ProviderIdentity, email: string) {
  const id = ctx.newId<UserId>();
  const name = parsePersonName(identity.name);
  const isNew = await createUser(tx, {
    id,
    email,
    name: name.ok ? name.value : nameFromEmail(email),
    locale: ctx.locale,
    emailConfirmedAt: identity.emailVerified ? ctx.now : null,
  });
  if (!isNew) return null;
  if (!identity.emailVerified) {
    const { token, row } = confirmationToken(id, ctx.now);
    await replaceToken(tx, row);
    ctx.post({ kind: "confirm-email", to: email, locale: ctx.locale, token });
  }
  return link(tx, identity, id);
}

async function link(tx: Tx, { provider, providerAccountId }: ProviderIdentity, userId: UserId): Promise<UserId> {
  await createAccount(tx, { provider, providerAccountId, userId });
  return userId;
}

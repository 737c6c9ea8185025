import { headers } from "next/headers";
import type { AuthOptions } from "next-auth";
import { database } from "@/db/client";
import { findAccountUser } from "@/db/directory";
import type { UserId } from "@/lib/domain/ids";
import { tellNextAuthOurUrl, webEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { routes } from "@/lib/routes";
import { oauthProviders } from "./oauth-providers";
import { claims, sessionCookie } from "./session-cookie";
import { ABSOLUTE_MS } from "./session-limits";
import { createSessionRow } from "./session-rows";

/** What a provider says of the person who signed in there. */
export interface ProviderIdentity {
  readonly provider: string;
  readonly providerAccountId: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
}

/** The user that this identity signs in, or null. */
export type AdmitIdentity = (identity: ProviderIdentity) => Promise<UserId | null>;

/** Built per request, for the settings are read when asked for. Passwords do not pass here: `signIn` is the one way for them. */
export function nextAuthOptions(admit: AdmitIdentity): AuthOptions {
  const { AUTH_SECRET: secret } = webEnv();
  const { name, options } = sessionCookie();
  tellNextAuthOurUrl();
  return {
    secret,
    providers: oauthProviders(),
    session: { strategy: "jwt", maxAge: ABSOLUTE_MS / 1000 },
    cookies: { sessionToken: { name, options } },
    pages: { signIn: routes.signIn(), error: routes.signIn() },
    callbacks: {
      async signIn({ account, profile, user }) {
        if (account === null) return false;
        const { provider, providerAccountId } = account;
        const identity = { provider, providerAccountId, email: user.email ?? "", name: user.name ?? "" };
        const emailVerified = profile !== undefined && "email_verified" in profile && profile.email_verified === true;
        const userId = await admit({ ...identity, emailVerified });
        return userId !== null || refusedPage();
      },
      // Called at sign-in only: the route serves nothing that renews a token.
      async jwt({ account }) {
        if (account == null) return {};
        const { provider, providerAccountId } = account;
        return claims(await newSession(provider, providerAccountId));
      },
    },
    // Codes alone: what comes with them holds tokens and addresses.
    logger: { error: (code) => log.warn({ code }, "next-auth"), warn: (code) => log.info({ code }, "next-auth") },
  };
}

export function refusedPage(): string {
  return `${webEnv().APP_URL}${routes.signIn({ refused: "provider" })}`;
}

async function newSession(provider: string, providerAccountId: string) {
  const userId = await database().transaction({ teamId: null, access: "read" }, (tx) =>
    findAccountUser(tx, provider, providerAccountId),
  );
  if (userId === null) throw new Error("A provider's account has no user after it was let in");
  const userAgent = (await headers()).get("user-agent");
  return createSessionRow(database(), { userId, now: new Date(), userAgent, before: null });
}

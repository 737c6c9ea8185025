import type { AuthOptions } from "next-auth";
import AzureAd from "next-auth/providers/azure-ad";
import GitHub, { type GithubEmail } from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import { webEnv } from "@/lib/env";
import { signInProviders } from "./sign-in-providers";

type Provider = AuthOptions["providers"][number];

/** Those that are set up. Only an address that the provider says it has checked counts as `email_verified`. */
export function oauthProviders(): Provider[] {
  return signInProviders().map(({ id, clientId, clientSecret }): Provider => {
    switch (id) {
      case "google":
        return Google({ clientId, clientSecret });
      case "azure-ad":
        return microsoft(clientId, clientSecret);
      case "github":
        return github(clientId, clientSecret);
    }
  });
}

/** Its claim of an address is whatever a tenant's administrator typed, so it is never a proof. */
function microsoft(clientId: string, clientSecret: string): Provider {
  const provider = AzureAd({ clientId, clientSecret, tenantId: webEnv().MICROSOFT_TENANT_ID });
  return {
    ...provider,
    // The package's own would fetch a portrait that nobody shows.
    profile: ({ sub, name, email }) => ({ id: sub, name, email }),
  };
}

/** The package's own takes the address of the public profile, and does not ask whether it was checked. */
function github(clientId: string, clientSecret: string): Provider {
  return GitHub({
    clientId,
    clientSecret,
    userinfo: {
      url: "https://api.github.com/user",
      async request({ client, tokens }) {
        const token = tokens.access_token ?? "";
        const profile = await client.userinfo(token);
        const answer = await fetch("https://api.github.com/user/emails", {
          headers: { Authorization: `Bearer ${token}` },
        });
        const emails: readonly GithubEmail[] = answer.ok ? await answer.json() : [];
        const primary = emails.find((email) => email.primary);
        return { ...profile, email: primary?.email ?? "", email_verified: primary?.verified === true };
      },
    },
  });
}

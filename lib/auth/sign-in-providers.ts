import { webEnv } from "@/lib/env";

export interface SignInProvider {
  readonly id: "google" | "azure-ad" | "github";
  readonly name: string;
}

interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Those whose client this installation has; the others do not exist. */
export function signInProviders(): readonly (SignInProvider & Client)[] {
  const env = webEnv();
  return [
    { id: "google", name: "Google", clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET } as const,
    {
      id: "azure-ad",
      name: "Microsoft",
      clientId: env.MICROSOFT_CLIENT_ID,
      clientSecret: env.MICROSOFT_CLIENT_SECRET,
    } as const,
    { id: "github", name: "GitHub", clientId: env.GITHUB_CLIENT_ID, clientSecret: env.GITHUB_CLIENT_SECRET } as const,
  ].filter((provider) => hasClient(provider));
}

/** Without the secrets, for the page. */
export function listSignInProviders(): readonly SignInProvider[] {
  return signInProviders().map(({ id, name }) => ({ id, name }));
}

const ORIGINS: Readonly<Record<SignInProvider["id"], string>> = {
  google: "https://accounts.google.com",
  "azure-ad": "https://login.microsoftonline.com",
  github: "https://github.com",
};

/** Where signing in with one of them leads from our own page. */
export function signInOrigins(): readonly string[] {
  return signInProviders().map(({ id }) => ORIGINS[id]);
}

function hasClient<T extends { clientId: string | undefined; clientSecret: string | undefined }>(
  provider: T,
): provider is T & Client {
  return provider.clientId !== undefined && provider.clientSecret !== undefined;
}

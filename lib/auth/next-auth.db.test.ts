import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { createAccount, createUser } from "@/db/directory";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import type { UserId } from "@/lib/domain/ids";
import { newId } from "@/lib/new-id";
import { type AdmitIdentity, nextAuthOptions } from "./next-auth";
import { readCookieValue } from "./session-cookie";
import { readSession } from "./session-rows";
import { listSignInProviders } from "./sign-in-providers";

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "user-agent": "Firefox/1" }) }));

const ACCOUNT = { provider: "google", providerAccountId: "118", type: "oauth" } as const;
let server: TestDatabase;

beforeAll(async () => {
  server = await testDatabase();
  vi.stubEnv("DATABASE_URL", server.appUrl);
  vi.stubEnv("AUTH_SECRET", "a secret of the tests, long enough");
  vi.stubEnv("APP_URL", "https://tofold.example.com");
  vi.stubEnv("GOOGLE_CLIENT_ID", "id");
  vi.stubEnv("GOOGLE_CLIENT_SECRET", "secret");
  vi.stubEnv("GITHUB_CLIENT_ID", "half of it");
  vi.stubEnv("GITHUB_CLIENT_SECRET", "");
});
afterAll(async () => {
  await database().close();
  await server.drop();
});

const signedInBy = (admit: AdmitIdentity, emailVerified: unknown) =>
  nextAuthOptions(admit).callbacks?.signIn?.({
    user: { id: "118", email: "kari@example.no", name: "Kari" },
    account: ACCOUNT,
    profile: { email: "kari@example.no", email_verified: emailVerified } as object,
  });

it("offers the providers whose two variables are set, and no other", () => {
  expect(listSignInProviders()).toEqual([{ id: "google", name: "Google" }]);
  expect(nextAuthOptions(async () => null).providers.map(({ id }) => id)).toEqual(["google"]);
});

it("asks us who may come in, and sends the others back to our own page", async () => {
  const asked: unknown[] = [];
  const nobody: AdmitIdentity = async (identity) => {
    asked.push(identity);
    return null;
  };
  expect(await signedInBy(nobody, true)).toBe("https://tofold.example.com/sign-in?refused=provider");
  expect(await signedInBy(async () => newId<UserId>(), true)).toBe(true);
  const identity = { provider: "google", providerAccountId: "118", email: "kari@example.no", name: "Kari" };
  expect(asked).toEqual([{ ...identity, emailVerified: true }]);
});

it.each([undefined, "true", 1, false])("takes email_verified %j for unproven", async (claim) => {
  const asked: boolean[] = [];
  await signedInBy(async ({ emailVerified }) => (asked.push(emailVerified), null), claim);
  expect(asked).toEqual([false]);
});

it("writes a cookie of our own kind, which names a living session's row", async () => {
  const id = newId<UserId>();
  await server.db.transaction({ teamId: null, access: "write" }, async (tx) => {
    await createUser(tx, { id, email: "kari@example.no", name: "Kari", locale: "nb" });
    await createAccount(tx, { ...ACCOUNT, userId: id });
  });
  const { callbacks, secret = "", cookies } = nextAuthOptions(async () => id);
  const token = await callbacks?.jwt?.({ token: { email: "kari@example.no" }, user: { id: "118" }, account: ACCOUNT });
  const sessionId = await readCookieValue(await encode({ secret, token: token ?? {} }));
  expect(Object.keys(token ?? {})).toEqual(["sid"]);
  expect(sessionId && (await readSession(server.db, sessionId, new Date()))?.user.id).toBe(id);
  expect(cookies?.sessionToken?.name).toBe("__Host-tofold-session");
});

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { users } from "@/db/schema/users";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { newId } from "@/lib/new-id";
import { confirmEmail } from "./confirm-email";
import { signInWithProvider } from "./sign-in-with-provider";
import { accountDesk, NOW } from "./testing/account-desk";

let server: TestDatabase;
let desk: ReturnType<typeof accountDesk>;

beforeAll(async () => {
  server = await testDatabase();
  desk = accountDesk(server.db);
});
afterAll(() => server.drop());

const identity = (email: string, emailVerified: boolean) => ({
  provider: "google",
  providerAccountId: newId(),
  email,
  emailVerified,
  name: "Ola Nordmann",
});
const admit = (...args: Parameters<typeof identity>) => signInWithProvider(desk.ctx, identity(...args));

it("a new address gets an account without password, confirmed when the provider has checked it", async () => {
  const id = await admit("ola@example.no", true);
  expect(id && (await desk.user(id))).toMatchObject({
    name: "Ola Nordmann",
    passwordHash: null,
    emailConfirmedAt: NOW,
  });
  const unchecked = await admit("per@example.no", false);
  expect(unchecked && (await desk.user(unchecked))).toMatchObject({ emailConfirmedAt: null });
  expect(desk.lastToken("confirm-email", "per@example.no")).toHaveLength(43);
});

it("the same identity is the same user ever after, whatever address it has by then", async () => {
  const ola = identity("ola2@example.no", true);
  const first = await signInWithProvider(desk.ctx, ola);
  expect(await signInWithProvider(desk.ctx, { ...ola, email: "ny@example.no", emailVerified: false })).toBe(first);
});

it("opens an account that is there only when both sides have proven the address", async () => {
  const { id, email } = await desk.signedUp();
  expect(await admit(email, true)).toBeNull();
  await confirmEmail(desk.ctx, { token: desk.lastToken("confirm-email", email) });
  expect(await admit(email, false)).toBeNull();
  expect(await admit(email.toUpperCase(), true)).toBe(id);
});

it.each(["", "ola\uff20example.no", '"ola@evil.example"@example.no', "a@example.no,b@example.no"])(
  "makes no account of the address %j",
  async (email) => {
    expect(await admit(email, true)).toBeNull();
  },
);

it("does not let a disabled user in", async () => {
  const ola = identity("ola3@example.no", true);
  const id = await signInWithProvider(desk.ctx, ola);
  await server.db.transaction({ teamId: null, access: "write" }, async (tx) => {
    if (id !== null) await tx.update(users).set({ disabledAt: NOW }).where(eq(users.id, id));
  });
  expect(await signInWithProvider(desk.ctx, ola)).toBeNull();
});

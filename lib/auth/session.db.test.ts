import { encode } from "next-auth/jwt";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import type { SessionId, UserId } from "@/lib/domain/ids";
import { newId } from "@/lib/new-id";
import { currentSession, endSession, startNoSession, startSession } from "./session";
import { readSession } from "./session-rows";

// The browser's side of a request; everything of ours is real.
const browser = vi.hoisted(() => ({ cookies: new Map<string, { value: string; options: object }>() }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "user-agent": "Firefox/1" }),
  cookies: async () => ({
    get: (name: string) => browser.cookies.get(name),
    set: (name: string, value: string, options: object) => browser.cookies.set(name, { value, options }),
  }),
}));

const SECRET = "a secret of the tests, long enough";
const DAY_MS = 24 * 60 * 60 * 1000;
let server: TestDatabase;
let userId: UserId;

beforeAll(async () => {
  server = await testDatabase();
  vi.stubEnv("DATABASE_URL", server.appUrl);
});
beforeEach(async () => {
  vi.stubEnv("AUTH_SECRET", SECRET);
  vi.stubEnv("APP_URL", "https://tofold.example.com");
  browser.cookies.clear();
  userId = newId<UserId>();
  await change((tx) =>
    tx.insert(users).values({ id: userId, email: `${userId}@example.no`, name: "Kari", locale: "nb" }),
  );
});
afterAll(async () => {
  await database().close();
  await server.drop();
});

it("is the signed-in user's as long as its row is there", async () => {
  await startSession(userId, new Date());
  const session = await currentSession();
  expect(session?.user).toEqual({
    id: userId,
    email: `${userId}@example.no`,
    name: "Kari",
    locale: "nb",
    emailConfirmed: false,
  });
  await change((tx) => tx.delete(sessions).where(eq(sessions.userId, userId)));
  expect(await currentSession()).toBeNull();
});

it("ends at once when the user is disabled", async () => {
  await startSession(userId, new Date());
  await change((tx) => tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, userId)));
  expect(await currentSession()).toBeNull();
});

it("ends with sign-out, for a copy of the cookie too", async () => {
  await startSession(userId, new Date());
  const copy = new Map(browser.cookies);
  await endSession();
  expect(await currentSession()).toBeNull();
  copy.forEach((cookie, name) => browser.cookies.set(name, cookie));
  expect(await currentSession()).toBeNull();
});

it("sign-in makes a new one, and the browser's old one is over", async () => {
  await startSession(userId, new Date());
  const old = new Map(browser.cookies);
  const before = await currentSession();
  await startSession(userId, new Date());
  expect((await currentSession())?.id).not.toBe(before?.id);
  old.forEach((cookie, name) => browser.cookies.set(name, cookie));
  expect(await currentSession()).toBeNull();
});

it("travels in a cookie that scripts, other sites and sub-domains cannot touch, and that names a row alone", async () => {
  await startSession(userId, new Date());
  const [[name, cookie] = ["", { value: "", options: {} }]] = browser.cookies;
  expect(name).toBe("__Host-tofold-session");
  expect(cookie.options).toEqual({
    httpOnly: true,
    secure: true,
    sameSite: "lax",
    path: "/",
    maxAge: 90 * 24 * 60 * 60,
  });
  expect(cookie.value.length).toBeLessThan(400);
  await startNoSession();
  expect(browser.cookies.get(name)?.value).toHaveLength(cookie.value.length);
  expect(await currentSession()).toBeNull();
});

it("is nobody's with a cookie of another secret, a cut one, or without the secret", async () => {
  await startSession(userId, new Date());
  const name = "__Host-tofold-session";
  const { value = "", options = {} } = browser.cookies.get(name) ?? {};
  const row = await currentSession();
  const forged = await encode({ token: { sid: row?.id }, secret: "another secret, just as long as ours" });
  for (const wrong of [forged, value.slice(0, -2), "", "x", `${value}x`]) {
    browser.cookies.set(name, { value: wrong, options });
    expect(await currentSession()).toBeNull();
  }
  browser.cookies.set(name, { value, options });
  vi.stubEnv("AUTH_SECRET", "");
  await expect(currentSession()).rejects.toThrow();
});

it("is over after 30 days unseen, and after 90 however often it is seen", async () => {
  const start = new Date("2026-01-01T00:00:00Z");
  const id = await insertSession(start);
  const after = (days: number) => readSession(server.db, id, new Date(start.getTime() + days * DAY_MS));
  expect(await after(29)).not.toBeNull();
  expect(await after(58)).not.toBeNull();
  expect(await after(87)).not.toBeNull();
  expect(await after(90)).toBeNull();
  const unseen = await insertSession(start);
  expect(await readSession(server.db, unseen, new Date(start.getTime() + 30 * DAY_MS))).toBeNull();
});

it("writes that it was seen once an hour, not each time", async () => {
  const start = new Date("2026-01-01T00:00:00Z");
  const id = await insertSession(start);
  const seenAt = async (minutes: number) => {
    await readSession(server.db, id, new Date(start.getTime() + minutes * 60_000));
    const [row] = await change((tx) =>
      tx.select({ at: sessions.lastSeenAt }).from(sessions).where(eq(sessions.id, id)),
    );
    return row?.at.toISOString().slice(11, 16);
  };
  expect([await seenAt(59), await seenAt(61), await seenAt(120)]).toEqual(["00:00", "01:01", "01:01"]);
});

async function insertSession(start: Date): Promise<SessionId> {
  const id = newId<SessionId>(start.getTime());
  const expiresAt = new Date(start.getTime() + 90 * DAY_MS);
  await change((tx) => tx.insert(sessions).values({ id, userId, createdAt: start, lastSeenAt: start, expiresAt }));
  return id;
}

function change<T>(work: Parameters<typeof server.db.transaction<T>>[1]): Promise<T> {
  return server.db.transaction({ teamId: null, access: "write" }, work);
}

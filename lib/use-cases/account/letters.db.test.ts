import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verificationTokens } from "@/db/schema/users";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { newToken } from "@/lib/token";
import { confirmEmail } from "./confirm-email";
import { requestPasswordReset } from "./request-password-reset";
import { resendConfirmation } from "./resend-confirmation";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { accountDesk, NOW, PASSWORD, refusal } from "./testing/account-desk";

const NEW_PASSWORD = "måker over brygga";
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let server: TestDatabase;
let desk: ReturnType<typeof accountDesk>;

beforeAll(async () => {
  server = await testDatabase();
  desk = accountDesk(server.db);
});
afterAll(() => server.drop());

async function resetAsked() {
  const user = await desk.signedUp();
  await requestPasswordReset(desk.at(NOW, null, null), { email: user.email });
  return { ...user, token: desk.lastToken("reset-password", user.email) };
}

describe("reset of a password", () => {
  it("gives the letter's reader a new password, ends every session and confirms the address", async () => {
    const { id, email, token } = await resetAsked();
    const sessions = [await desk.newSession(id), await desk.newSession(id)];
    expect(await resetPassword(desk.ctx, { token, password: NEW_PASSWORD })).toEqual({ userId: id, locale: "nb" });
    expect(await Promise.all(sessions.map((session) => desk.session(session)))).toEqual([null, null]);
    expect(await refusal(signIn(desk.ctx, { email, password: PASSWORD }))).toEqual({ password: "login" });
    expect(await refusal(signIn(desk.ctx, { email, password: NEW_PASSWORD }))).toBe("done");
    expect((await desk.user(id))?.emailConfirmedAt).toEqual(NOW);
    expect(desk.letters.at(-1)).toMatchObject({ kind: "password-changed", to: email });
  });

  it("sends nothing to an unknown address, and answers the same", async () => {
    const before = desk.letters.length;
    expect(await requestPasswordReset(desk.ctx, { email: "ingen@example.no" })).toBeUndefined();
    expect(desk.letters).toHaveLength(before);
  });

  it("is used once: of 6 at once, 1 succeeds", async () => {
    const { token } = await resetAsked();
    const tries = Array.from({ length: 6 }, () => refusal(resetPassword(desk.ctx, { token, password: NEW_PASSWORD })));
    expect((await Promise.all(tries)).toSorted()).toEqual(["done", ...Array.from({ length: 5 }, () => "token-used")]);
  });

  it("is over after 60 minutes, and not before", async () => {
    const [early, late] = [await resetAsked(), await resetAsked()];
    expect(await refusal(resetPassword(desk.at(later(59)), { ...input(early) }))).toBe("done");
    expect(await refusal(resetPassword(desk.at(later(60)), { ...input(late) }))).toBe("token-used");
  });

  it("ends with a newer letter", async () => {
    const first = await resetAsked();
    await requestPasswordReset(desk.at(NOW, null, null), { email: first.email });
    expect(await refusal(resetPassword(desk.ctx, input(first)))).toBe("token-used");
    const second = { token: desk.lastToken("reset-password", first.email) };
    expect(await refusal(resetPassword(desk.ctx, input(second)))).toBe("done");
  });

  it("stays good when the password is refused", async () => {
    const asked = await resetAsked();
    const guessable = resetPassword(desk.ctx, { token: asked.token, password: `${asked.email}-99` });
    expect(await refusal(guessable)).toEqual({ password: "password-common" });
    expect(await refusal(resetPassword(desk.ctx, input(asked)))).toBe("done");
  });

  it("knows no token of its own making, and no confirmation's", async () => {
    const { email } = await desk.signedUp();
    const confirmation = { token: desk.lastToken("confirm-email", email) };
    expect(await refusal(resetPassword(desk.ctx, input(confirmation)))).toBe("token-used");
    expect(await refusal(resetPassword(desk.ctx, input({ token: newToken() })))).toBe("token-used");
  });

  it("sends 5 letters an hour to one address, and no sixth", async () => {
    const { email } = await desk.signedUp();
    const from = desk.at(later(120), null, "198.51.100.20");
    const answers = [];
    for (let asked = 0; asked < 6; asked += 1) answers.push(await refusal(requestPasswordReset(from, { email })));
    expect(answers).toEqual(["done", "done", "done", "done", "done", "too-many"]);
    expect(desk.letters.filter(({ to, kind }) => to === email && kind === "reset-password")).toHaveLength(5);
  });
});

describe("confirmation of an address", () => {
  it("is the letter's, once", async () => {
    const { id, email } = await desk.signedUp();
    const token = desk.lastToken("confirm-email", email);
    expect(await refusal(confirmEmail(desk.ctx, { token }))).toBe("done");
    expect((await desk.user(id))?.emailConfirmedAt).toEqual(NOW);
    expect(await refusal(confirmEmail(desk.ctx, { token }))).toBe("token-used");
  });

  it("is over after 7 days, and a new letter ends the old one", async () => {
    const { id, email } = await desk.signedUp();
    const first = desk.lastToken("confirm-email", email);
    expect(await refusal(confirmEmail(desk.at(later(7 * 24 * 60)), { token: first }))).toBe("token-used");
    await resendConfirmation(await desk.signedIn(id));
    expect(await refusal(confirmEmail(desk.ctx, { token: first }))).toBe("token-used");
    const second = desk.lastToken("confirm-email", email);
    expect(await refusal(confirmEmail(desk.ctx, { token: second }))).toBe("done");
  });

  it("sends no letter about an address that is confirmed", async () => {
    const { id, email } = await desk.signedUp();
    await confirmEmail(desk.ctx, { token: desk.lastToken("confirm-email", email) });
    const before = desk.letters.length;
    await resendConfirmation(await desk.signedIn(id));
    expect(desk.letters).toHaveLength(before);
  });
});

it("keeps no token that could be used, only its SHA-256", async () => {
  await resetAsked();
  const rows = await server.db.transaction({ teamId: null, access: "read" }, (tx) =>
    tx.select({ hash: verificationTokens.hash }).from(verificationTokens),
  );
  const sent = desk.letters.flatMap((letter) => ("token" in letter ? [letter.token] : []));
  expect(rows.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash) && !sent.includes(hash))).toBe(true);
  expect(rows.length).toBeGreaterThan(0);
});

function input({ token }: { readonly token: string }) {
  return { token, password: NEW_PASSWORD };
}

import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { users } from "@/db/schema/users";
import type { UserId } from "@/lib/domain/ids";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { accountDesk, NOW, PASSWORD, refusal } from "./testing/account-desk";

let server: TestDatabase;
let desk: ReturnType<typeof accountDesk>;

beforeAll(async () => {
  server = await testDatabase();
  desk = accountDesk(server.db);
});
afterAll(() => server.drop());

describe("sign-up", () => {
  it("makes an account that is not confirmed, and sends its owner the link", async () => {
    const { id, email } = await desk.signedUp();
    const user = await desk.user(id);
    expect(user).toMatchObject({ email, locale: "nb", emailConfirmedAt: null, disabledAt: null });
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(desk.lastToken("confirm-email", email)).toHaveLength(43);
  });

  it("changes nothing for a known address, and tells its owner alone", async () => {
    const { id, email } = await desk.signedUp();
    const before = await desk.user(id);
    expect(await signUp(desk.ctx, { email, password: "en helt annen setning" })).toBeNull();
    expect(await desk.user(id)).toEqual(before);
    expect(desk.letters.filter(({ to }) => to === email).map(({ kind }) => kind)).toEqual([
      "confirm-email",
      "known-address",
    ]);
  });

  it("of 5 at once with one address, exactly 1 makes it", async () => {
    const email = "samtidig@example.no";
    const made = await Promise.all(Array.from({ length: 5 }, () => signUp(desk.ctx, { email, password: PASSWORD })));
    expect(made.filter((id) => id !== null)).toHaveLength(1);
  });

  it("refuses a password made of the address, known or not", async () => {
    const { email } = await desk.signedUp();
    const tries = [email, "fremmed-person@example.no"].map((each) =>
      refusal(signUp(desk.ctx, { email: each, password: `${each}123` })),
    );
    expect(await Promise.all(tries)).toEqual([{ password: "password-common" }, { password: "password-common" }]);
  });
});

describe("sign-in", () => {
  it("knows whose e-mail and password they are, however the keyboard writes its letters", async () => {
    const { id, email } = await desk.signedUp();
    expect(await signIn(desk.ctx, { email, password: PASSWORD })).toEqual({ userId: id, locale: "nb" });
  });

  it("answers a wrong password, an unknown address, an account without password and a disabled one alike", async () => {
    const known = await desk.signedUp();
    const provider = await desk.signedUp();
    const disabled = await desk.signedUp();
    await set(provider.id, { passwordHash: null });
    await set(disabled.id, { disabledAt: NOW });
    const answers = [
      await refusal(signIn(desk.ctx, { email: known.email, password: "feil setning her" })),
      await refusal(signIn(desk.ctx, { email: "ingen@example.no", password: PASSWORD })),
      await refusal(signIn(desk.ctx, { email: provider.email, password: PASSWORD })),
      await refusal(signIn(desk.ctx, { email: disabled.email, password: PASSWORD })),
    ];
    expect(answers).toEqual(Array.from({ length: 4 }, () => ({ password: "login" })));
  });

  it("takes as long for an unknown address as for a wrong password", async () => {
    const { email } = await desk.signedUp();
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 9; round += 1) {
      times.known.push(await timed(`2001:db8:0:${round}::/64`, email));
      times.unknown.push(await timed(`2001:db8:1:${round}::/64`, `ukjent${round}@example.no`));
    }
    // Without the dummy hash the unknown one takes a tenth. Others share this machine, hence the width.
    const ratio = median(times.unknown) / median(times.known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });

  it("replaces a hash of weaker parameters, and leaves a current one", async () => {
    const { id, email } = await desk.signedUp();
    const current = (await desk.user(id))?.passwordHash;
    await signIn(desk.ctx, { email, password: PASSWORD });
    expect((await desk.user(id))?.passwordHash).toBe(current);
    await set(id, { passwordHash: await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 }) });
    await signIn(desk.ctx, { email, password: PASSWORD });
    expect((await desk.user(id))?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("after 10 wrong ones the 11th is refused, the right one too, and 15 minutes later it is let in", async () => {
    const { email } = await desk.signedUp();
    const from = desk.at(NOW, null, "198.51.100.7");
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await refusal(signIn(from, { email, password: "feil setning her" }))).toEqual({ password: "login" });
    }
    expect(await refusal(signIn(from, { email, password: PASSWORD }))).toBe("too-many");
    const elsewhere = desk.at(NOW, null, "203.0.113.9");
    expect(await refusal(signIn(elsewhere, { email, password: PASSWORD }))).toBe("done");
    const later = desk.at(new Date(NOW.getTime() + 15 * 60_000), null, "198.51.100.7");
    expect(await refusal(signIn(later, { email, password: PASSWORD }))).toBe("done");
  });
});

async function set(id: UserId, changes: Partial<typeof users.$inferInsert>) {
  await server.db.transaction({ teamId: null, access: "write" }, (tx) =>
    tx.update(users).set(changes).where(eq(users.id, id)),
  );
}

async function timed(address: string, email: string): Promise<number> {
  const start = performance.now();
  await refusal(signIn(desk.at(NOW, null, address), { email, password: "feil setning her" }));
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

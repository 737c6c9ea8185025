import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createSession, replaceToken } from "@/db/directory";
import { sessions, verificationTokens } from "@/db/schema/users";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import type { Id, SessionId } from "@/lib/domain/ids";
import { newId } from "@/lib/new-id";
import { answerOnce } from "@/lib/use-cases/api-keys/answer-once";
import { pruneAnswers } from "@/lib/use-cases/api-keys/prune-answers";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { pruneAccountsIn } from "./prune-accounts";

const NOW = new Date("2026-11-27T12:00:00Z");
const days = (n: number) => new Date(NOW.getTime() + n * 24 * 60 * 60 * 1000);

let server: TestDatabase;
let desk: ReturnType<typeof teamDesk>;
beforeAll(async () => {
  server = await testDatabase();
  desk = teamDesk(server.db);
});
afterAll(() => server.drop());

it("of 3 sessions the one that is over and the one unseen for 30 days go, and of 2 tokens the expired one", async () => {
  const { id: userId } = await desk.newUser();
  const session = (lastSeenAt: Date, expiresAt: Date, userAgent: string) => ({
    id: newId<SessionId>(),
    userId,
    createdAt: days(-90),
    lastSeenAt,
    expiresAt,
    userAgent,
  });
  await server.db.transaction({ teamId: null, access: "write" }, async (tx) => {
    await createSession(tx, session(days(-1), NOW, "over"));
    await createSession(tx, session(days(-30), days(1), "unseen"));
    await createSession(tx, session(days(-29), days(1), "alive"));
    await replaceToken(tx, { hash: "a", purpose: "confirm-email", userId, expiresAt: NOW });
    await replaceToken(tx, { hash: "b", purpose: "reset-password", userId, expiresAt: days(1) });
  });
  await pruneAccountsIn(server.db, NOW);
  await server.db.transaction({ teamId: null, access: "read" }, async (tx) => {
    expect(await tx.select({ agent: sessions.userAgent }).from(sessions)).toEqual([{ agent: "alive" }]);
    const tokens = tx.select({ hash: verificationTokens.hash }).from(verificationTokens);
    expect(await tokens.orderBy(asc(verificationTokens.hash))).toEqual([{ hash: "b" }]);
  });
});

it("an answer of the API is there for a day and gone after it, though nobody asks again", async () => {
  const { teamId, owner } = await desk.newTeam();
  const asked = { key: newId<Id<"key">>(), requestHash: "h" };
  let done = 0;
  const ask = (at: Date) =>
    desk.as(
      teamId,
      owner,
      (ctx) => answerOnce(ctx, asked, async () => ({ status: 201, response: String((done += 1)) })),
      at,
    );
  await ask(NOW);
  await desk.within(teamId, (db) => pruneAnswers({ db, now: days(0.99) }));
  expect((await ask(days(0.99))).response).toBe("1");
  await desk.within(teamId, (db) => pruneAnswers({ db, now: days(1.01) }));
  expect((await ask(days(0.5))).response).toBe("2");
});

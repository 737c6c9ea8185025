import { afterAll, beforeAll, expect, it } from "vitest";
import { createDatabase } from "@/db/client";
import { Proxy } from "@/db/client/testing/proxy";
import { listLinkViews } from "@/db/queries/report-links";
import { findCopy } from "@/db/queries/shared-link";
import { testDatabase, type TestDatabase } from "@/db/testing/database";
import { openShareIn } from "@/lib/auth/open-share";
import { NOW } from "@/lib/use-cases/teams/testing/team-desk";
import { sharingDesk } from "./testing/sharing-desk";

let server: TestDatabase;
let desk: ReturnType<typeof sharingDesk>;
beforeAll(async () => {
  server = await testDatabase();
  desk = sharingDesk(server);
});
afterAll(async () => {
  await desk.close();
  await server.drop();
});

it("a visit takes as few turns to the database with many links and many visits as with one, and leaves nothing there (S17)", async () => {
  const { teamId, owner } = await desk.newTeam();
  const { token } = await desk.make(teamId, owner);
  const proxy = await Proxy.start(server.shareUrl);
  const db = createDatabase(proxy.url, { max: 1 });
  const turnsOf = async () => {
    const before = [...proxy.wires][0]?.turns ?? 0;
    const answer = await openShareIn({ db, secrets: desk.secrets }, visitOfPage(token), NOW, (ctx) =>
      findCopy(ctx.db, ctx.link.id, { range: 0, channel: 0 }),
    );
    expect(answer.kind).toBe("open");
    return ([...proxy.wires][0]?.turns ?? 0) - before;
  };
  await turnsOf(); // a statement that is new to a connection takes two
  const first = await turnsOf();
  for (let n = 0; n < 20; n += 1) await desk.make(teamId, owner);
  for (let n = 0; n < 20; n += 1) expect(await turnsOf()).toBe(first);
  expect(first).toBeLessThanOrEqual(8);
  expect(await desk.within(teamId, listLinkViews)).toEqual([]);
  await db.close();
  await proxy.stop();
});

const visitOfPage = (token: string) => ({ token, proof: null, surface: "page" }) as const;

import { afterAll, beforeAll, expect, it } from "vitest";
import { withConnection } from "@/db/bootstrap";
import { catalogFaults } from "@/db/catalog";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { record } from "@/db/testing/records";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { checkCaches } from "@/lib/use-cases/verify/check-caches";
import { checkCounters } from "@/lib/use-cases/verify/check-counters";
import { checkLog } from "@/lib/use-cases/verify/check-log";
import { dump } from "./dump";
import { load } from "./load";
import { readCopy } from "./read-copy";

let from: TestDatabase;
let to: TestDatabase;
beforeAll(async () => {
  [from, to] = await Promise.all([testDatabase(), testDatabase()]);
});
afterAll(async () => {
  await Promise.all([from.drop(), to.drop()]);
});

async function backupOf({ backupUrl }: Pick<TestDatabase, "backupUrl">): Promise<Buffer> {
  const parts: Buffer[] = [];
  await withConnection(backupUrl, async (sql) => {
    for await (const part of dump(sql)) parts.push(part);
  });
  return Buffer.concat(parts);
}

async function* inPieces(whole: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < whole.length; at += 1000) yield whole.subarray(at, at + 1000);
}

const restore = (whole: Buffer) => withConnection(to.ownerUrl, async (sql) => void (await load(sql, inPieces(whole))));

it("two teams are dumped past row-level security and restored into an empty database, where all is as it was and must be", async () => {
  const desk = teamDesk(from.db);
  const teams = [await desk.newTeam({ name: "Nordlys" }), await desk.newTeam({ name: "Fjord" })];
  for (const { teamId, owner } of teams) {
    await desk.as(teamId, owner, (ctx) =>
      record(ctx, [
        {
          cameIn: "2026-01-02",
          steps: [
            { do: "open", on: "2026-01-03" },
            { do: "move", at: 0, to: "won", on: "2026-01-09" },
          ],
        },
        {
          cameIn: "2026-02-02",
          steps: [
            { do: "sell", on: "2026-02-03" },
            { do: "undo", row: 1 },
          ],
        },
        { cameIn: null },
      ]),
    );
  }
  const backup = await backupOf(from);

  await expect(restore(backup.subarray(0, backup.length - 100))).rejects.toThrow("The backup breaks off.");
  await expect(restore(Buffer.from("PK\u0003\u0004"))).rejects.toThrow(/no backup|breaks off/);
  const bent = Buffer.from(backup.toString("latin1").replace("Nordlys", "Sordlys"), "latin1");
  await expect(restore(bent)).rejects.toThrow("are not whole");
  await restore(backup);

  expect((await backupOf(to)).equals(backup)).toBe(true);
  await withConnection(to.appUrl, async (sql) => {
    expect(await catalogFaults((text) => sql.unsafe(text))).toEqual([]);
    expect(await sql`select id from leads`).toHaveLength(0);
  });
  const there = teamDesk(to.db);
  for (const { teamId } of teams) {
    await there.within(teamId, async (db) => {
      expect(await checkLog(db)).toBeNull();
      expect([await checkCaches(db), await checkCounters(db)]).toEqual([[], []]);
    });
  }
  await expect(restore(backup)).rejects.toThrow("There is data here already");
});

it("a role that does not see every row makes no backup, rather than an empty one", async () => {
  await expect(backupOf({ backupUrl: from.ownerUrl })).rejects.toThrow("does not see every row");
});

it("whoever reads more slowly than the database writes gets every row, and the next table after it", async () => {
  const read = withConnection(from.backupUrl, async (sql) => {
    const lines = "select repeat('x', 200) from generate_series(1, 2000)";
    for (let nth = 0; nth < 20; nth += 1) {
      let bytes = 0;
      for await (const chunk of readCopy(sql, `copy (${lines}) to stdout`)) {
        bytes += chunk.length;
        if (bytes % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      expect(bytes).toBe(2000 * 201);
    }
  });
  await read;
}, 20_000);

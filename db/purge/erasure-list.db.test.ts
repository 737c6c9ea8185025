import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dump } from "@/db/backup/dump";
import { load } from "@/db/backup/load";
import { withConnection } from "@/db/bootstrap";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { leadDesk } from "@/lib/use-cases/leads/testing/lead-desk";
import { eraseLead } from "@/lib/use-cases/leads/erase-person";
import { eraseAgain, keepErasureList, readErasureList } from "./erasure-list";

let from: TestDatabase;
let to: TestDatabase;
let folder: string;
beforeAll(async () => {
  [from, to] = await Promise.all([testDatabase(), testDatabase()]);
  folder = await mkdtemp(join(tmpdir(), "erasures-"));
});
afterAll(async () => {
  await Promise.all([from.drop(), to.drop(), rm(folder, { recursive: true })]);
});

it("a backup from before an erasure brings the person back for nobody: they are erased again before the restore ends", async () => {
  const list = join(folder, "list", "erased.jsonl");
  const desk = await leadDesk(from.db);
  const { id } = await desk.newLead({ name: "Kanari Hansen" });
  await desk.newLead({ name: "Per Olsen" });
  const parts: Buffer[] = [];
  await withConnection(from.backupUrl, async (sql) => {
    for await (const part of dump(sql)) parts.push(part);
  });
  await desk.run((ctx) => eraseLead(ctx, { id, version: 1, understood: true }));

  await keepErasureList(from.purgeUrl, list);
  await keepErasureList(from.purgeUrl, list);
  const erased = await readErasureList(list);
  expect(erased).toEqual([{ kind: "lead", teamId: desk.teamId, id, at: expect.any(String) }]);
  await withConnection(to.ownerUrl, async (sql) => {
    await load(sql, inOne(Buffer.concat(parts)), () => eraseAgain(sql, erased));
  });
  await withConnection(to.adminUrl, async (sql) => {
    expect(await sql`select name from leads where team_id = ${desk.teamId} order by name`).toEqual([
      { name: "Per Olsen" },
      { name: null },
    ]);
    const stillForced = await sql`select relname from pg_class where relname = 'leads' and relforcerowsecurity`;
    expect(stillForced).toHaveLength(1);
  });
});

it("a purged team is on the list too; a last line that was cut is left out, any other is refused", async () => {
  const list = join(folder, "teams.jsonl");
  const teamId = "0190a0a0-0000-7000-8000-000000000001";
  await keepErasureList(from.purgeUrl, list, [{ teamId, at: "2026-11-27T10:00:00Z", rows: 3 }]);
  const text = await readFile(list, "utf8");
  await writeFile(list, `${text}{"kind":"lea`);
  expect(await readErasureList(list)).toMatchObject([{ kind: "team", id: teamId }]);
  await keepErasureList(from.purgeUrl, list);
  expect((await readErasureList(list)).map(({ kind }) => kind)).toEqual(["team", "lead"]);
  await writeFile(list, `{"kind":"lead"}\n${text}`);
  await expect(readErasureList(list)).rejects.toThrow("has a line that is none");
  expect(await readErasureList(join(folder, "none"))).toEqual([]);
});

async function* inOne(whole: Buffer): AsyncGenerator<Buffer> {
  yield whole;
}

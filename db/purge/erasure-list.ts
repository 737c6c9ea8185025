import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Sql } from "postgres";
import { z } from "zod";
import { withConnection } from "@/db/bootstrap";
import type { Certificate } from "./purge-teams";

/** One thing that is gone and must stay so: ids and a moment, nobody's words. */
const Line = z.strictObject({
  kind: z.enum(["lead", "opportunity", "team"]),
  teamId: z.uuid(),
  id: z.uuid(),
  at: z.string(),
});
export type Erased = z.output<typeof Line>;

/** Adds to the file what the database knows to be erased and the file does not. It is kept apart from backups. */
export async function keepErasureList(url: string, file: string, gone: readonly Certificate[] = []): Promise<void> {
  const before = await readErasureList(file);
  const known = new Set(before.map(keyOf));
  const teams: Erased[] = gone.map(({ teamId, at }) => ({ kind: "team", teamId, id: teamId, at }));
  const found = [...(gone.length > 0 ? [] : await listErased(url)), ...teams];
  const fresh = found.filter((one) => !known.has(keyOf(one)));
  if (fresh.length === 0) return;
  await mkdir(dirname(file), { recursive: true });
  // Whole or not at all, also where a crash cut it.
  await writeFile(`${file}.part`, [...before, ...fresh].map((one) => `${JSON.stringify(one)}\n`).join(""), {
    mode: 0o600,
  });
  await rename(`${file}.part`, file);
}

/** All of the file, nothing where there is none. What follows the last whole line is left out: it is listed anew. */
export async function readErasureList(file: string): Promise<readonly Erased[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").slice(0, -1).flatMap(parsed);
}

/**
 * Erases again in a database that a backup has just filled, as its owner and before anybody is let in; a team that was gone is
 * deleted anew.
 */
export async function eraseAgain(sql: Sql, erased: readonly Erased[]): Promise<number> {
  let again = 0;
  for (const { kind, teamId, id, at } of erased) {
    const [leads, opportunities] = [kind === "lead" ? [id] : [], kind === "opportunity" ? [id] : []];
    if (kind === "team") {
      again += (await sql`update teams set deleted_at = ${at} where id = ${teamId}`).count;
    } else {
      const there = await sql.unsafe(
        `select 1 from ${TABLES[kind]} where team_id = $1 and id = $2 and erased_at is null`,
        [teamId, id],
      );
      again += there.length;
      await sql`select erase_people(${teamId}, ${leads}::uuid[], ${opportunities}::uuid[], ${at})`;
    }
  }
  return again;
}

const TABLES = { lead: "leads", opportunity: "opportunities" } as const;

/** Team by team, as the policies have it. */
async function listErased(url: string): Promise<readonly Erased[]> {
  const erased: Erased[] = [];
  await withConnection(url, async (sql) => {
    const teams = await sql<{ id: string }[]>`select id from list_team_ids() as id`;
    for (const { id: teamId } of teams) {
      const rows = await sql.begin("read only", async (tx) => {
        await tx`select use_team(${teamId})`;
        return tx<Erased[]>`
          select 'lead' as kind, team_id as "teamId", id, to_json(erased_at) #>> '{}' as at from leads
            where team_id = ${teamId} and erased_at is not null
          union all
          select 'opportunity', team_id, id, to_json(erased_at) #>> '{}' from opportunities
            where team_id = ${teamId} and erased_at is not null and lead_id is null`;
      });
      erased.push(...rows);
    }
  });
  return erased;
}

function parsed(line: string): readonly Erased[] {
  try {
    return [Line.parse(JSON.parse(line))];
  } catch (error) {
    throw new Error("The list of erasures has a line that is none.", { cause: error });
  }
}

function keyOf({ kind, id }: Erased): string {
  return `${kind} ${id}`;
}

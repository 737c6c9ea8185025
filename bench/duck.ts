import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Sql } from "postgres";

const FOLDER = ".data/bench/csv";
const COLUMNS = {
  leads: [
    ...["team_id", "kind", "qualified", "fault", "came_in_day", "qualified_day", "decided_day", "opportunity_kind"],
    ...["credited_channel_id", "credited_campaign_id"],
  ],
  opportunities: [
    ...["team_id", "kind", "fault", "opened_day", "closed_day", "without_lead", "credited_channel_id"],
    "credited_campaign_id",
  ],
};
const ROWS_PER_READ = 20_000;

/** The same rows in DuckDB, in memory and in the order of teams and days, which is the best for it. */
export async function copyToDuck(admin: Sql) {
  await mkdir(FOLDER, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:");
  const duck = await instance.connect();
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const file = `${FOLDER}/${table}.csv`;
    await writeCsv(admin, table, columns, file);
    await duck.run(`create table ${table} as select * from read_csv('${file}', header = true)`);
  }
  await rm(FOLDER, { recursive: true });
  return {
    version: (await duck.runAndReadAll("select version()")).getRows().flat().join(""),
    run: async (statements: readonly string[], teamId: string, threads: number) => {
      await duck.run(`set threads = ${threads}`);
      for (const text of statements) await duck.runAndReadAll(text.replaceAll("$1", `'${teamId}'`));
    },
    close: () => {
      duck.closeSync();
      instance.closeSync();
    },
  };
}

/** Lines are made by Postgres: nothing in these columns needs quotes. */
async function writeCsv(admin: Sql, table: string, columns: readonly string[], file: string): Promise<void> {
  const line = columns.map((column) => `coalesce(${column}::text, '')`).join(" || ',' || ");
  const day = table === "leads" ? "came_in_day" : "opened_day";
  const out = createWriteStream(file);
  out.write(`${columns.join(",")}\n`);
  const rows = admin<
    { line: string }[]
  >`select ${admin.unsafe(line)} as line from ${admin(table)} order by team_id, ${admin(day)}`;
  for await (const some of rows.cursor(ROWS_PER_READ)) {
    if (!out.write(some.map((row) => `${row.line}\n`).join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

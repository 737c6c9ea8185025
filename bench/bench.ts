import { availableParallelism } from "node:os";
import type { Sql } from "postgres";
import type { Database } from "@/db/client";
import { type BenchDatabase, type BenchServer, buildDatabase, foldTeam, timed } from "./database";
import { copyToDuck } from "./duck";
import type { BenchTeam, Sizes } from "./generate";
import { measure, type Times, type Way } from "./measure";
import { DAYS_90, NOW, ourReport, plainStatements, questionOf, widgetStatements, YEAR } from "./reads";
import { moveFor, type Moves, moversOf } from "./writes";

export interface Effort {
  /** How often each way of reading is measured, and the slow ones. */
  readonly rounds: number;
  readonly slowRounds: number;
  /** How long a way of reading goes on before it is another's turn; half a second unless said otherwise. */
  readonly turnMs?: number;
  /** How long moves are made for each number of them. */
  readonly seconds: number;
  readonly asOf: boolean;
  /** Measures the database that an earlier run left, without making it anew. */
  readonly isKept?: boolean;
}

export interface Measured {
  readonly sizes: Sizes;
  readonly rows: Readonly<Record<string, number>>;
  readonly postgres: string;
  readonly duckdb: string;
  /** Of the large team, in one run. */
  readonly reads: readonly Times[];
  /** Ours of teams of other sizes. */
  readonly bySize: readonly (Times & { readonly leads: number })[];
  readonly past: Times | null;
  readonly moves: readonly MovesMeasured[];
}

export interface MovesMeasured extends Moves {
  readonly name: string;
}

/** Builds a database and measures everything side by side. */
export async function bench(server: BenchServer, name: string, sizes: Sizes, effort: Effort): Promise<Measured> {
  const built = await buildDatabase(server, name, sizes, effort.isKept);
  try {
    const [large] = built.teams;
    if (large === undefined) throw new Error("no team");
    const duck = await timed("copied to DuckDB", () => copyToDuck(built.admin));
    const reads = await timed("read", () => measureReads(built, large, duck, effort));
    duck.close();
    const bySize = await timed("read by size", () => measureSizes(built, effort));
    const past = effort.asOf ? await timed("read the past", () => measurePast(built.db, large)) : null;
    const moves = await timed("moved", () => measureMoves(built, effort));
    const facts = { rows: await countRows(built.admin), postgres: await versionOf(built.admin), duckdb: duck.version };
    return { sizes, ...facts, reads, bySize, past, moves };
  } finally {
    await built.close();
  }
}

async function measureReads(
  { db, app }: BenchDatabase,
  { teamId }: BenchTeam,
  duck: Awaited<ReturnType<typeof copyToDuck>>,
  { rounds, slowRounds, turnMs }: Effort,
): Promise<readonly Times[]> {
  const [widgets, plain] = [widgetStatements(YEAR), plainStatements(YEAR)];
  const ours = { name: READS.ours, run: () => ourReport(db, teamId, questionOf(YEAR)) };
  const others: readonly Way[] = [
    { name: READS.widgets, run: () => runAll(app, teamId, widgets) },
    { name: READS.plain, run: () => runAll(app, teamId, plain) },
    { name: READS.duck, run: () => duck.run(plain, teamId, 1) },
    { name: READS.duckOnAll, run: () => duck.run(plain, teamId, availableParallelism()) },
  ];
  const side = await measure([ours, ...others], slowRounds, turnMs);
  const alone = await measure(
    [ours, ...OWN.map(({ name, query }) => ({ name, run: () => ourReport(db, teamId, query) }))],
    rounds,
    turnMs,
  );
  return [...side, ...alone.map((times, i) => (i === 0 ? { ...times, name: `${READS.ours}, by itself` } : times))];
}

export const READS = {
  ours: "Tofold's report, 12 months and the 12 before",
  widgets: "one query per widget over the same tables",
  plain: "best plain SQL over the covering index",
  // As a report has one core in Postgres, and as the design's own table measured it.
  duck: "DuckDB over the same rows, on one core",
  duckOnAll: "DuckDB over the same rows, on all cores of the machine",
};
const OWN = [
  { name: "Tofold's report, 90 days from the middle of a month", query: questionOf(DAYS_90) },
  { name: "Tofold's report, everything", query: questionOf(null) },
  { name: "Tofold's report, 12 months by decision", query: questionOf(YEAR, { basis: "decision" }) },
  { name: "Tofold's report, 12 months of the unattributed", query: questionOf(YEAR, { channels: ["none"] }) },
];

async function measureSizes({ db, teams }: BenchDatabase, { rounds, turnMs }: Effort) {
  const some = [0, 1, 2, Math.floor(teams.length / 20), Math.floor(teams.length / 2)].flatMap((n) => teams[n] ?? []);
  const chosen = [...new Map(some.map((team) => [team.n, team])).values()];
  const ways = chosen.map(({ teamId, leads }) => ({
    name: `Tofold's report, a team of ${leads.toLocaleString("en")}`,
    run: () => ourReport(db, teamId, questionOf(YEAR)),
  }));
  const times = await measure(ways, rounds, turnMs);
  return times.map((each, i) => ({ ...each, leads: chosen[i]?.leads ?? 0 }));
}

async function measurePast(db: Database, { teamId }: BenchTeam): Promise<Times> {
  const asOf = { at: new Date(NOW.getTime() - 30 * 86_400_000) };
  const run = () => ourReport(db, teamId, questionOf(YEAR, { asOf }));
  const [times] = await measure([{ name: "Tofold's report as of 30 days ago, from the log", run }], 2);
  if (times === undefined) throw new Error("not measured");
  return times;
}

/** Without upkeep: the triggers that append changes are off. */
async function measureMoves(built: BenchDatabase, { seconds }: Effort): Promise<readonly MovesMeasured[]> {
  const small = built.teams.slice(2).filter(({ leads }) => leads >= 20);
  const [large] = built.teams;
  const crowd = small.slice(0, CROWD);
  if (large === undefined) return [];
  const moves: MovesMeasured[] = [];
  for (const connections of [1, 8]) {
    const movers = await moversOf(built, crowd.slice(0, connections), 10);
    const [on, off] = [new Array<Moves>(), new Array<Moves>()];
    for (const upkeep of [true, false, false, true]) {
      await setUpkeep(built.admin, upkeep);
      (upkeep ? on : off).push(await moveFor(built.db, movers, seconds));
    }
    await setUpkeep(built.admin, true);
    moves.push({ name: `with upkeep, ${connections} at once`, ...together(on) });
    moves.push({ name: `without upkeep, ${connections} at once`, ...together(off) });
  }
  const apart = await moveFor(built.db, await moversOf(built, crowd, 10), seconds);
  moves.push({ name: `${crowd.length} teams, one connection each`, ...apart });
  const hot = await moversOf(
    built,
    crowd.map(() => large),
    10,
  );
  moves.push({ name: `one team, ${crowd.length} connections`, ...(await moveFor(built.db, hot, seconds)) });
  await foldTeam(built.db, large.teamId);
  return moves;
}

const CROWD = 32;

function together(parts: readonly Moves[]): Moves {
  const sum = (of: (moves: Moves) => number) => parts.reduce((total, each) => total + of(each), 0);
  return { perSecond: sum(({ perSecond }) => perSecond) / parts.length, failures: sum(({ failures }) => failures) };
}

async function setUpkeep(admin: Sql, upkeep: boolean): Promise<void> {
  const how = upkeep ? "enable" : "disable";
  for (const name of ["lead_change", "lead_change_new", "lead_change_gone"]) {
    await admin.unsafe(`alter table leads ${how} trigger ${name}`);
  }
  for (const name of ["opportunity_change", "opportunity_change_new", "opportunity_change_gone"]) {
    await admin.unsafe(`alter table opportunities ${how} trigger ${name}`);
  }
}

/** In one transaction of the team, as the app's role, as ours are. */
async function runAll(app: Sql, teamId: string, statements: readonly string[]): Promise<void> {
  await app.begin("isolation level repeatable read read only", async (tx) => {
    await tx`select use_team(${teamId})`;
    for (const text of statements) await tx.unsafe(text, [teamId], { prepare: true });
  });
}

async function countRows(admin: Sql): Promise<Readonly<Record<string, number>>> {
  const tables = [
    "teams",
    "leads",
    "opportunities",
    "deals",
    "stage_transitions",
    "lead_counts",
    "opportunity_counts",
    "open_counts",
    "lag_counts",
  ];
  const rows: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await admin<{ n: number }[]>`select count(*)::int as n from ${admin(table)}`;
    rows[table] = row?.n ?? 0;
  }
  return rows;
}

async function versionOf(admin: Sql): Promise<string> {
  const [row] = await admin<{ version: string }[]>`select current_setting('server_version') as version`;
  return row?.version ?? "";
}

import { cpus, totalmem } from "node:os";
import { type Measured, READS } from "./bench";
import type { Times } from "./measure";

/** What was measured, as a page: times, ratios, and whether each goal was met. */
export function resultsOf(measured: readonly Measured[], date: string): string {
  return [
    "# What was measured",
    "",
    "Written by `npm run bench`; see `docs/decisions/007-counting.md` for what the numbers decided. Times are milliseconds; only ratios of one run compare.",
    "",
    ...machine(date),
    ...measured.flatMap(sectionOf),
  ].join("\n");
}

function machine(date: string): readonly string[] {
  const [cpu] = cpus();
  const ram = Math.round(totalmem() / 2 ** 30);
  return [`${date} · ${cpus().length} × ${cpu?.model.trim() ?? "?"} · ${ram} GB · Node ${process.versions.node}`, ""];
}

function sectionOf(m: Measured): readonly string[] {
  const rows = Object.entries(m.rows).map(([table, n]) => `${n.toLocaleString("en")} ${table}`);
  return [
    `## A team of ${m.sizes.leads.toLocaleString("en")} leads among ${m.sizes.teams.toLocaleString("en")} others`,
    "",
    `PostgreSQL ${m.postgres}, DuckDB ${m.duckdb}. ${rows.join(", ")}.`,
    "",
    ...readsOf(m),
    ...movesOf(m),
    ...goalsOf(m),
  ];
}

function readsOf({ reads, bySize, past }: Measured): readonly string[] {
  const ours = reads.find(({ name }) => name === READS.ours)?.median ?? 0;
  const line = ({ name, median, p99, runs }: Times) =>
    `| ${name} | ${ms(median)} | ${ms(p99)} | ${runs} | ${(median / ours).toFixed(2)} |`;
  return [
    "| read | median | p99 | runs | against ours beside it |",
    "|---|---:|---:|---:|---:|",
    ...[...reads, ...bySize, ...(past === null ? [] : [past])].map(line),
    "",
  ];
}

function movesOf({ moves }: Measured): readonly string[] {
  return [
    "| moves of leads, each a transaction of the use-case, the fold beside them | per second | failures |",
    "|---|---:|---:|",
    ...moves.map(({ name, perSecond, failures }) => `| ${name} | ${perSecond.toFixed(0)} | ${failures} |`),
    "",
  ];
}

/** Each goal of the design, what was measured of it, and whether that is enough. */
function goalsOf(m: Measured): readonly string[] {
  const median = (name: string) => m.reads.find((each) => each.name === name)?.median ?? Number.NaN;
  const [large, middling] = m.bySize;
  const moves = (start: string) => m.moves.find(({ name }) => name.startsWith(start));
  const ratio = (a?: number, b?: number) => (a ?? Number.NaN) / (b ?? Number.NaN);
  const [hot, apart] = [moves("one team"), m.moves.find(({ name }) => name.includes("teams,"))];
  const goals = [
    goal("against one query per widget, times faster", ratio(median(READS.widgets), median(READS.ours)), 100, "least"),
    goal("against DuckDB on one core, times faster", ratio(median(READS.duck), median(READS.ours)), 5, "least"),
    goal("against a team a tenth as large, times slower", ratio(large?.median, middling?.median), 1.3, "most"),
    ...[1, 8].map((n) =>
      goal(
        `moves with upkeep against without, ${n} at once`,
        ratio(moves(`with upkeep, ${n} `)?.perSecond, moves(`without upkeep, ${n} `)?.perSecond),
        0.75,
        "least",
      ),
    ),
    goal("one team against as many teams, moves", ratio(hot?.perSecond, apart?.perSecond), 0.6, "least"),
    goal("one team, failures", hot?.failures ?? Number.NaN, 0, "most"),
  ];
  return ["| goal | measured | wanted | |", "|---|---:|---:|---|", ...goals, ""];
}

function goal(name: string, measured: number, wanted: number, bound: "least" | "most"): string {
  const isMet = bound === "least" ? measured >= wanted : measured <= wanted;
  const sign = bound === "least" ? "≥" : "≤";
  return `| ${name} | ${measured.toFixed(2)} | ${sign} ${wanted} | ${isMet ? "met" : "**missed**"} |`;
}

function ms(time: number): string {
  return time < 100 ? time.toFixed(1) : time.toFixed(0);
}

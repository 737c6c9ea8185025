import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { bench, type Measured } from "@/bench/bench";
import { benchServer } from "@/bench/database";
import { resultsOf } from "@/bench/table";

const { values } = parseArgs({
  options: {
    leads: { type: "string", multiple: true, default: ["1000000"] },
    teams: { type: "string", default: "10000" },
    rounds: { type: "string", default: "10" },
    "slow-rounds": { type: "string", default: "10" },
    seconds: { type: "string", default: "10" },
    "as-of": { type: "boolean", default: false },
    kept: { type: "boolean", default: false },
    out: { type: "string", default: "bench/results.md" },
  },
});

const server = await benchServer(process.env["BENCH_DATABASE_URL"]);
try {
  const effort = {
    rounds: Number(values.rounds),
    slowRounds: Number(values["slow-rounds"]),
    seconds: Number(values.seconds),
    asOf: values["as-of"],
    isKept: values.kept,
  };
  const measured: Measured[] = [];
  for (const leads of values.leads.map(Number)) {
    const sizes = { leads, teams: Number(values.teams) };
    measured.push(await bench(server, `tofold_bench_${leads}`, sizes, effort));
  }
  const text = resultsOf(measured, new Date().toISOString().slice(0, 10));
  await writeFile(values.out, text);
  console.log(text);
} finally {
  await server.stop();
}

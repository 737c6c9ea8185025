import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./chromium.mjs";
import { ensureInstalled, requireNode } from "./install.mjs";
import { check, countPlaywright, countVitest, report, run } from "./stages.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
process.env.NEXT_TELEMETRY_DISABLED = "1";
requireNode();
await ensureInstalled();

const format = () => check("format", [["prettier", "--check", "."]]);
const lint = () => check("lint", [["oxlint"]]);
const types = () =>
  check("types", [
    ["next", "typegen"],
    ["../typescript/bin/tsc", "--noEmit"], // its own path: the parser that our tests read code with links a tsc, too
  ]);
const build = (...flags) => check("build", [["tsx", "scripts/build.ts", ...flags]]);
const vitest = (project) =>
  run(
    project,
    [
      [
        "vitest",
        "run",
        "--project",
        `${project}*`,
        "--reporter=dot",
        "--reporter=json",
        `--outputFile.json=${report(project)}`,
      ],
    ],
    countVitest,
  );

if (process.argv.includes("--check")) await checks();
else if (process.argv.includes("--e2e")) await e2e(await build("--if-changed"));
else if (process.argv.includes("--screens")) await e2e(await build("--if-changed"), "screens");
else await everything();

async function checks() {
  await Promise.all([format(), lint(), types()]);
  await vitest("unit");
}

async function everything() {
  await checks();
  await vitest("database");
  await e2e(await build());
}

/** Without a build or a browser nothing can be shown, which counts as a failure. */
async function e2e(isBuilt, project = "e2e") {
  const chromium = isBuilt ? await findChromium() : null;
  if (chromium === null)
    console.error(isBuilt ? "No Chromium was found or could be installed." : "e2e needs the build.");
  else process.env.CHROMIUM_PATH = chromium;
  await run("e2e", chromium === null ? [] : [["playwright", "test", "--project", project]], countPlaywright);
}

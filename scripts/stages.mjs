import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const REPORTS = ".data/reports";
const total = { passed: 0, failed: 0 };

mkdirSync(REPORTS, { recursive: true });
process.on("exit", () => {
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
});

export function report(stage) {
  return join(REPORTS, `${stage}.json`);
}

/** One check: it passes when each of its commands does. */
export async function check(stage, commands) {
  return run(stage, commands, (isGood) => (isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
}

/** Runs the commands until one fails, then counts. No command at all is a failure. */
export async function run(stage, commands, count) {
  const began = Date.now();
  rmSync(report(stage), { force: true });
  let isGood = commands.length > 0;
  for (const command of commands) isGood &&= await succeeds(command);
  const { passed, failed } = count(isGood, stage);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${failed === 0 ? "✓" : "✗"} ${stage}: ${passed} passed, ${failed} failed (${seconds} s)`);
  return failed === 0;
}

/** Skipped and planned tests are failures, and so is a file that could not be loaded or an error outside any test. */
export function countVitest(isGood, stage) {
  const result = readReport(stage);
  const passed = result?.numPassedTests ?? 0;
  const failed = result === null ? 0 : result.numFailedTests + result.numPendingTests + result.numTodoTests;
  const unloaded = (result?.testResults ?? []).filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return atLeastOne(isGood && passed > 0, { passed, failed: failed + unloaded.length });
}

export function countPlaywright(isGood, stage) {
  const stats = readReport(stage)?.stats ?? { expected: 0, flaky: 0, unexpected: 0, skipped: 0 };
  if (stats.flaky > 0) console.warn(`${stats.flaky} browser test(s) passed only when tried again.`);
  const passed = stats.expected + stats.flaky;
  return atLeastOne(isGood && passed > 0, { passed, failed: stats.unexpected + stats.skipped });
}

function atLeastOne(isGood, { passed, failed }) {
  return { passed, failed: isGood ? failed : Math.max(failed, 1) };
}

function readReport(stage) {
  try {
    return JSON.parse(readFileSync(report(stage), "utf8"));
  } catch {
    return null; // the program ended before it could report
  }
}

function succeeds([program, ...args]) {
  const path = join("node_modules/.bin", program);
  const child = spawn(path, args, { stdio: "inherit", shell: process.platform === "win32" });
  return new Promise((done) => {
    child.once("error", (error) => {
      console.error(error.message);
      done(false);
    });
    child.once("exit", (code) => done(code === 0));
  });
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { waitUntilGone } from "@/db/embedded/postmaster";
import { isRunning, pidOf, runningProcess } from "@/db/embedded/process-identity";

export interface NextApp {
  /** When the server ended by itself or was stopped. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

interface NextPlan {
  readonly isDev: boolean;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
  /** Where the process is noted, for a later start to end it should this one be killed. */
  readonly processFile: string;
  /** Where its words go instead of to the terminal. */
  readonly logFile?: string;
}

export const NEXT = "node_modules/next/dist/bin/next";
const READY_MS = 90_000;
// Next itself would wait for open connections without end.
const STOP_MS = 8_000;

/** Starts Next and waits until it answers. */
export async function startNext({ isDev, port, env, processFile, logFile }: NextPlan): Promise<NextApp> {
  const command = isDev ? ["dev"] : ["start"];
  const out = logFile === undefined ? "inherit" : openSync(logFile, "w");
  // A group of its own: Ctrl-C reaches us alone, and we stop app and database in order.
  const child = spawn(process.execPath, [NEXT, ...command, "-p", String(port)], {
    env: { ...env, NODE_ENV: isDev ? "development" : "production" },
    stdio: ["ignore", out, out],
    detached: true,
  });
  const ended = once(child, "exit").then(() => undefined);
  const identity = runningProcess(child.pid ?? 0)?.identity ?? "";
  await writeFile(processFile, identity);
  const stop = async () => {
    await endGroup(identity);
    await rm(processFile, { force: true });
  };
  if (await answers(port, () => isRunning(identity))) return { ended, stop };
  await stop();
  throw new Error(
    `The web server did not come up; its own words stand ${logFile === undefined ? "above" : `in ${logFile}`}.`,
  );
}

/** Ends the web server of a start that was killed and could not do it itself. */
export async function endLeftBehind(processFile: string): Promise<void> {
  const identity = await readFile(processFile, "utf8").catch(() => "");
  if (identity !== "") await endGroup(identity);
}

async function endGroup(identity: string): Promise<void> {
  if (!isRunning(identity)) return;
  signalGroup(identity, "SIGTERM");
  if (await waitUntilGone(identity, STOP_MS)) return;
  signalGroup(identity, "SIGKILL");
  await waitUntilGone(identity, 2_000);
}

function signalGroup(identity: string, signal: NodeJS.Signals): void {
  try {
    process.kill(-pidOf(identity), signal);
  } catch {
    // It ended between the look and the signal.
  }
}

async function answers(port: number, isAlive: () => boolean): Promise<boolean> {
  const deadline = Date.now() + READY_MS;
  while (isAlive() && Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/livez`, { redirect: "manual" }).catch(() => null);
    if (answer !== null) return true;
    await sleep(150);
  }
  return false;
}

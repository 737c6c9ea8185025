import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, realpath, rename, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Account, runAs } from "./account";
import type { Binaries } from "./binaries";
import { choosePort } from "./port";
import { currentPostmaster, settledPostmaster, waitUntilGone } from "./postmaster";

interface LaunchPlan {
  readonly dataDir: string;
  readonly home: string;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly password: string;
  readonly preferredPort: number;
  readonly settings?: Readonly<Record<string, string>>;
}

const ATTEMPTS = 5;
const LOGIN_MS = 120_000;
const LOG_BYTES_MAX = 10_000_000;

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  jit: "off",
  // Until its tables are looked at, a team that has just come in is planned for as if it had one record.
  autovacuum_naptime: "10s",
  timezone: "UTC",
  log_timezone: "UTC",
  // Parameters and the details of a violated constraint are people's names and addresses.
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_error_verbosity: "terse",
};

/** Starts the server and gives its port once it lets us log in. */
export async function launch(plan: LaunchPlan): Promise<number> {
  const log = `${plan.dataDir}.log`;
  await turnOver(log);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const port = await choosePort(`${plan.dataDir}.port`, plan.preferredPort);
    if (await comesUp(plan, port, log)) return port;
    // Children of a killed server hold its memory for a moment, and a port can be taken between look and use.
    await sleep(300 * attempt);
    await settledPostmaster(plan.home);
  }
  const lines = (await readFile(log, "utf8")).trim().split("\n").slice(-6);
  throw new Error(`Postgres does not start. The end of ${log}:\n${lines.join("\n")}`);
}

/** One real login that must reach the server of this folder. */
export async function login(url: string, home: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    if (row?.folder !== home) throw new Error(`Another Postgres answers in the place of ${home}.`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Fast first, which rolls open transactions back; without a checkpoint when that takes too long. */
export async function stopPostmaster(dataDir: string): Promise<void> {
  const home = await realpath(dataDir).catch(() => dataDir);
  const running = await currentPostmaster(home);
  if (running === null) return;
  const pid = Number.parseInt(running.identity, 10);
  process.kill(pid, "SIGINT");
  if (await waitUntilGone(running.identity, 20_000)) return;
  process.kill(pid, "SIGQUIT");
  await waitUntilGone(running.identity, 5_000);
}

export function superuserUrl(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

async function comesUp(plan: LaunchPlan, port: number, log: string): Promise<boolean> {
  const settings = Object.entries({ ...SETTINGS, ...plan.settings, port: String(port) });
  const options = settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const logFile = openSync(log, "a", 0o600);
  const child = spawn(plan.binaries.postgres, ["-D", plan.home, ...options], {
    ...runAs(plan.account),
    detached: true,
    stdio: ["ignore", logFile, logFile],
  });
  closeSync(logFile);
  let ended = false;
  child.once("exit", () => (ended = true));
  child.once("error", () => (ended = true));
  child.unref();
  return letsUsIn(superuserUrl(port, plan.password), plan.home, () => ended);
}

async function letsUsIn(url: string, home: string, hasEnded: () => boolean): Promise<boolean> {
  const deadline = Date.now() + LOGIN_MS;
  while (!hasEnded()) {
    try {
      await login(url, home);
      return true;
    } catch (cause) {
      if (isWrongPassword(cause) || Date.now() > deadline) {
        throw new Error(`Postgres in ${home} runs but does not let us log in.`, { cause });
      }
    }
    await sleep(50);
  }
  return false;
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "28P01";
}

async function turnOver(log: string): Promise<void> {
  const found = await stat(log).catch(() => null);
  if (found !== null && found.size > LOG_BYTES_MAX) await rename(log, `${log}.old`);
}

import { readFile, readlink, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, runningProcess } from "./process-identity";

export interface Postmaster {
  readonly identity: string;
  readonly port: number;
}

const SETTLE_MS = 120_000;
// Long enough for a dying server to be reaped, short enough not to be noticed.
const DOUBT_MS = 3_000;

/** The server that serves this folder and answers, after waiting for one that is starting or stopping; null when none does. */
export async function settledPostmaster(home: string): Promise<Postmaster | null> {
  const deadline = Date.now() + SETTLE_MS;
  let doubtUntil = Date.now() + DOUBT_MS;
  for (;;) {
    const lines = await pidFile(home);
    if (lines === null) return null;
    const postmaster = await serving(home, lines);
    if (postmaster === null) {
      if (Date.now() > doubtUntil || isFree(lines)) {
        await rm(join(home, "postmaster.pid"), { force: true });
        return null;
      }
    } else {
      doubtUntil = Date.now() + DOUBT_MS;
      if ((lines[7] ?? "").trim() === "ready") return postmaster;
      if (Date.now() > deadline)
        throw new Error(`Postgres in ${home} has been starting or stopping for minutes; see its log.`);
    }
    await sleep(50);
  }
}

/** The server of this folder in whatever state, or null. */
export async function currentPostmaster(home: string): Promise<Postmaster | null> {
  const lines = await pidFile(home);
  return lines === null ? null : serving(home, lines);
}

export async function waitUntilGone(identity: string, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

async function pidFile(home: string): Promise<readonly string[] | null> {
  const text = await readFile(join(home, "postmaster.pid"), "utf8").catch(() => null);
  return text === null || text === "" ? null : text.split("\n");
}

/** The pid in the file may be a zombie's, or reused by a stranger, or a server of another folder. */
async function serving(home: string, lines: readonly string[]): Promise<Postmaster | null> {
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const found = runningProcess(pid);
  if (found === null || !found.command.startsWith("postgres")) return null;
  // A server's working folder is its data folder. Where that cannot be read, the file's own word counts.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => lines[1] ?? "");
  return folder === home ? { identity: found.identity, port: Number.parseInt(lines[3] ?? "", 10) } : null;
}

function isFree(lines: readonly string[]): boolean {
  try {
    process.kill(Number.parseInt(lines[0] ?? "", 10), 0);
    return false;
  } catch {
    return true; // no such process, not even a zombie
  }
}

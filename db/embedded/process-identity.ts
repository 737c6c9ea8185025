import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface RunningProcess {
  /** Pid and start time: pids are reused, the pair is not. */
  readonly identity: string;
  readonly command: string;
}

/** Null when the process is gone or only its zombie is left. */
export function runningProcess(pid: number): RunningProcess | null {
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

export function ownIdentity(): string {
  return runningProcess(process.pid)?.identity ?? `${process.pid}@`;
}

/** Whether the very process that was named is still running. */
export function isRunning(identity: string): boolean {
  return runningProcess(pidOf(identity))?.identity === identity;
}

export function pidOf(identity: string): number {
  return Number.parseInt(identity, 10);
}

function fromProc(pid: number): RunningProcess | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The command stands in parentheses and may itself hold spaces and parentheses.
  const end = stat.lastIndexOf(")");
  const command = stat.slice(stat.indexOf("(") + 1, end);
  const [state, ...fields] = stat.slice(end + 2).split(" ");
  if (state === "Z" || state === "X") return null;
  return { identity: `${pid}@${fields[18] ?? ""}`, command };
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null; // the process ended
  }
}

function fromPs(pid: number): RunningProcess | null {
  if (!Number.isInteger(pid)) return null;
  try {
    const line = execFileSync("ps", ["-o", "state=,lstart=,comm=", "-p", String(pid)], { encoding: "utf8" }).trim();
    const [state = "", ...rest] = line.split(/\s+/);
    if (line === "" || state.startsWith("Z")) return null;
    const command = rest.slice(5).join(" ").split("/").at(-1) ?? "";
    return { identity: `${pid}@${rest.slice(0, 5).join("-")}`, command };
  } catch {
    return null; // ps answers with an error for a pid that does not exist
  }
}

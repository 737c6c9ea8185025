import { randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, ownIdentity, pidOf } from "./process-identity";

const WAIT_MS = 180_000;

export type LockAttempt =
  { readonly kind: "held"; readonly release: () => Promise<void> } | { readonly kind: "busy"; readonly pid: number };

/** Does the work while no other process holds the same lock file. A lock whose owner is dead is broken. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const attempt = await tryLock(file);
    if (attempt.kind === "held") {
      try {
        return await work();
      } finally {
        await attempt.release();
      }
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Process ${attempt.pid} has held ${file} for minutes. Stop it, or remove the file, and start again.`,
      );
    }
    await sleep(40);
  }
}

/** Takes the lock, or says which process has it. */
export async function tryLock(file: string): Promise<LockAttempt> {
  for (;;) {
    const content = `${ownIdentity()} ${randomUUID()}`;
    if (await linkInPlace(file, content)) return { kind: "held", release: () => rm(file, { force: true }) };
    const holder = await readIfThere(file);
    if (holder === null) continue;
    const identity = holder.split(" ")[0] ?? "";
    if (isRunning(identity)) return { kind: "busy", pid: pidOf(identity) };
    await breakLock(file, holder);
  }
}

/** A link appears whole or not at all, so nobody ever reads a half-written lock. */
async function linkInPlace(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Only whoever makes the file named after this very lock may remove it, so a fresh lock is never broken by a slow reader. */
async function breakLock(file: string, stale: string): Promise<void> {
  const mark = `${file}.${stale.split(" ")[1] ?? "broken"}`;
  try {
    await writeFile(mark, "", { flag: "wx" });
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    await sleep(40);
    return;
  }
  if ((await readIfThere(file)) === stale) await rm(file, { force: true });
  await rm(mark, { force: true });
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "@/db/embedded/lock";
import { NEXT } from "./next-app";
import { onStop } from "./stopping";

const SOURCE_FOLDERS = ["app", "components", "db", "lib", "messages", "public"];
// Not tsconfig.json: Next itself writes to it while building.
const SOURCE_FILES = ["next.config.js", "package-lock.json", "postcss.config.mjs", "proxy.ts"];
const BUILT = ".next/BUILD_ID";
const BUILT_FROM = ".next/tofold-hash";

/** Builds when there is no build of exactly these sources. */
export async function ensureBuilt(env: NodeJS.ProcessEnv): Promise<void> {
  await withBuildLock(async () => {
    const isBuilt = existsSync(BUILT) && (await readFile(BUILT_FROM, "utf8").catch(() => "")) === (await sourceHash());
    if (isBuilt) return;
    console.log("Building Tofold; this takes about a minute the first time …");
    await runBuild(env);
  });
}

/** Builds whatever is there already. */
export function build(env: NodeJS.ProcessEnv): Promise<void> {
  return withBuildLock(() => runBuild(env));
}

async function withBuildLock(work: () => Promise<void>): Promise<void> {
  await mkdir(".data", { recursive: true });
  await withLock(".data/build.lock", work);
}

async function runBuild(env: NodeJS.ProcessEnv): Promise<void> {
  const hash = await sourceHash();
  await rm(BUILT_FROM, { force: true });
  const child = spawn(process.execPath, [NEXT, "build"], {
    env: { ...env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = once(child, "exit");
  onStop(async () => void child.kill());
  const [code] = await ended;
  if (code !== 0) throw new Error("The build failed; its own words stand above.");
  await writeFile(BUILT_FROM, hash);
}

/** Over contents and names, so that neither git nor file times matter. */
async function sourceHash(): Promise<string> {
  const hash = createHash("sha256");
  const inFolders = await Promise.all(SOURCE_FOLDERS.filter((folder) => existsSync(folder)).map(filesIn));
  for (const path of [...inFolders.flat(), ...SOURCE_FILES.filter((file) => existsSync(file))].toSorted()) {
    hash
      .update(`${path}\0`)
      .update(await readFile(path))
      .update("\0");
  }
  return hash.digest("hex");
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
  return files.map(({ parentPath, name }) => join(parentPath, name));
}

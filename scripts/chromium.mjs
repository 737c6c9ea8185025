import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** Path of a Chromium: the given one, the system's, Playwright's own, else one that is installed now. Null when all fail. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== "") return given;
  return onSystem() ?? (await ofPlaywright()) ?? (await install());
}

function onSystem() {
  const folders = ["/usr/bin", "/usr/local/bin", "/snap/bin"];
  const places = [...folders.flatMap((folder) => NAMES.map((name) => `${folder}/${name}`)), MAC];
  return places.find((place) => existsSync(place)) ?? null;
}

async function ofPlaywright() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return path !== "" && existsSync(path) ? path : null;
}

async function install() {
  console.log("Installing Chromium for the browser tests …");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update", "-q"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "-q", "chromium"], { stdio: "inherit" });
    const found = onSystem();
    if (found !== null) return found;
  }
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], { stdio: "inherit" });
  return ofPlaywright();
}

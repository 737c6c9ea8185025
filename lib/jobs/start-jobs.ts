import { report } from "@/lib/log";
import { foldAll } from "./fold-all";
import { prune } from "./prune";
import { tendLinks } from "./tend-links";

const EVERY_MS = 10 * 60 * 1000;

/** What runs by the clock, in the server's own process; with several servers each asks, and a lock lets one work. */
export function startJobs(): void {
  setInterval(() => void run(), EVERY_MS).unref();
}

let isRunning = false;

async function run(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  for (const [name, work] of JOBS) {
    try {
      await work(new Date());
    } catch (error) {
      report(error, name); // the others are due all the same
    }
  }
  isRunning = false;
}

const JOBS = [
  ["job fold", foldAll],
  ["job links", tendLinks],
  ["job prune", prune],
] as const;

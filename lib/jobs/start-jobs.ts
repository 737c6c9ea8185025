import { report } from "@/lib/log";
import { tendLinks } from "./tend-links";

const EVERY_MS = 10 * 60 * 1000;

/** What runs by the clock, in the server's own process; with several servers each asks, and a row's lock lets one work. */
export function startJobs(): void {
  setInterval(() => void run(), EVERY_MS).unref();
}

let isRunning = false;

async function run(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  try {
    await tendLinks(new Date());
  } catch (error) {
    report(error, "job links");
  } finally {
    isRunning = false;
  }
}

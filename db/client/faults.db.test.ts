import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase } from "@/db/client";
import { breaches } from "./testing/oracle";
import { ordinaryDatabase } from "./testing/ordinary";
import { makeScratch, type Scratch } from "./testing/scratch";
import { straggle } from "./testing/straggle";
import { FAULTS, type Open, POINTS, runTrial, type Trial } from "./testing/trial";

let scratch: Scratch;
beforeAll(async () => {
  scratch = await makeScratch();
});
afterAll(() => scratch.drop());

test.for(FAULTS)(
  "%s, at any moment of a transaction, stores it whole or not at all, in no other team's transaction, and harms no neighbour",
  { timeout: 60_000 },
  async (fault) => {
    const trials = allTrials().filter((trial) => trial.fault === fault && isPossible(trial));
    expect(await inTurns(trials, createDatabase)).toEqual([]);
    expect(trials.length).toBeGreaterThanOrEqual(30);
  },
);

test("what a rejected transaction left running is refused, and not run in the next team's transaction", async () => {
  const attempts = await straggle(scratch.url, createDatabase);
  expect(await breaches(scratch.admin, attempts)).toEqual([]);
});

test("the oracle sees the ordinary client run it in the next team's transaction", async () => {
  const attempts = await straggle(scratch.url, ordinaryDatabase);
  expect(await breaches(scratch.admin, attempts)).toEqual([
    expect.stringMatching(/^a row for .* written under/),
    expect.stringMatching(/ran a statement under/),
    expect.stringMatching(/^1 rows of .*, allowed: 0$/),
    expect.stringMatching(/two owners$/),
  ]);
});

/** TLS and swallowing change places from one trial to the next, so that each meets every pool, and nearly every point. */
function allTrials(): Trial[] {
  const crossed = FAULTS.flatMap((fault) =>
    POINTS.flatMap((point) => [1, 2, 5].map((pool) => ({ fault, point, pool }))),
  );
  return crossed.flatMap((trial, index) => [
    { ...trial, tls: index % 2 === 0, swallows: true },
    { ...trial, tls: index % 2 === 1, swallows: false },
  ]);
}

/** The server neither waits in a transaction before it has heard BEGIN, nor counts COMMIT as a statement. */
function isPossible({ fault, point }: Trial): boolean {
  return !(fault === "idle-timeout" && point === "begin") && !(fault === "statement-timeout" && point === "commit");
}

const AT_ONCE = 8;

async function inTurns(trials: readonly Trial[], open: Open): Promise<string[]> {
  const complaints: string[] = [];
  const waiting = [...trials];
  const work = async () => {
    for (let trial = waiting.shift(); trial !== undefined; trial = waiting.shift()) {
      complaints.push(...(await runTrial(trial, scratch, open)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return complaints;
}

/** What a way of doing something took, in milliseconds. */
export interface Times {
  readonly name: string;
  readonly runs: number;
  readonly median: number;
  readonly p99: number;
}

export interface Way {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

// What goes before a turn takes the machine's caches and puts code to sleep: it is to fall on one run of several.
export const TURN_MS = 500;

/**
 * Each way in turn, round after round, so that a busy minute falls on all of them; a turn is as many runs as fit into half a
 * second, and at least one. The first round warms and is not counted.
 */
export async function measure(ways: readonly Way[], rounds: number, turnMs = TURN_MS): Promise<readonly Times[]> {
  const taken = new Map(ways.map(({ name }) => [name, new Array<number>()]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, run } of ways) {
      const times = await turnOf(run, turnMs);
      if (round > 0) taken.get(name)?.push(...times);
    }
  }
  return ways.map(({ name }) => timesOf(name, taken.get(name) ?? []));
}

async function turnOf(run: Way["run"], turnMs: number): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + turnMs;
  for (let start = performance.now(); times.length === 0 || start < end; start = performance.now()) {
    await run();
    times.push(performance.now() - start);
  }
  return times;
}

export function timesOf(name: string, taken: readonly number[]): Times {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { name, runs: sorted.length, median: at(0.5), p99: at(0.99) };
}

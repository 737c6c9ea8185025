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

/** Each way in turn, round after round, so that a busy minute falls on all of them; the first round warms and is not counted. */
export async function measure(ways: readonly Way[], rounds: number): Promise<readonly Times[]> {
  const taken = new Map(ways.map(({ name }) => [name, new Array<number>()]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, run } of ways) {
      const start = performance.now();
      await run();
      if (round > 0) taken.get(name)?.push(performance.now() - start);
    }
  }
  return ways.map(({ name }) => timesOf(name, taken.get(name) ?? []));
}

export function timesOf(name: string, taken: readonly number[]): Times {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { name, runs: sorted.length, median: at(0.5), p99: at(0.99) };
}

/** An open stage: how many were lost in it, and the median time that it holds them (`timeInStage`). */
export interface StageLosses<Key> {
  readonly key: Key;
  readonly lost: number;
  readonly medianDays: number | null;
}

export interface Bottleneck<Key> {
  readonly mostLost: Key | null;
  readonly slowest: Key | null;
}

/** Where a pipeline loses most, and where it waits longest. Of equals the earlier stage; of nothing, none. */
export function bottleneckOf<Key>(stages: readonly StageLosses<Key>[]): Bottleneck<Key> {
  return {
    mostLost: largest(stages, (stage) => stage.lost),
    slowest: largest(stages, (stage) => stage.medianDays ?? 0),
  };
}

function largest<Key>(stages: readonly StageLosses<Key>[], of: (stage: StageLosses<Key>) => number): Key | null {
  let found: Key | null = null;
  let most = 0;
  for (const stage of stages) if (of(stage) > most) [found, most] = [stage.key, of(stage)];
  return found;
}

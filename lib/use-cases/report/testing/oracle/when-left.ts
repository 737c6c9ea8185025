/** Something that was over after so many days, or was not yet over after so many. */
export interface Spell {
  readonly days: number;
  readonly isOver: boolean;
}

/** The first day on which, by Kaplan and Meier, no more than such a share is left; what is not yet over leaves after what is. */
export function whenLeft(share: number, spells: readonly Spell[]): number | null {
  const over = spells.filter(({ isOver }) => isOver);
  let left = 1;
  for (const time of [...new Set(over.map(({ days }) => days))].sort((a, b) => a - b)) {
    const atRisk = spells.filter(({ days }) => days >= time).length;
    left *= 1 - over.filter(({ days }) => days === time).length / atRisk;
    if (left <= share + 1e-12) return time;
  }
  return null;
}

import { sum } from "@/lib/domain/stats/sum";

interface Named {
  readonly key: string;
  readonly name: string;
}

/** Lost opportunities alike in where they stood and why they were lost; `null`: nobody said. */
export interface LostCount {
  readonly stage: string | null;
  readonly reason: string | null;
  readonly lost: number;
}

export interface LossRow {
  readonly key: string | null;
  /** `null`: nobody said. */
  readonly name: string | null;
  readonly lost: number;
}

export interface Losses {
  readonly total: number;
  /** In the order of the pipeline. */
  readonly stages: readonly LossRow[];
  /** The most frequent first; unstated ones last, however many. */
  readonly reasons: readonly LossRow[];
  /** One cell per stage and reason with anything in it; together they are the total. */
  readonly cells: readonly LostCount[];
  /** Leads that stopped before they became an opportunity. */
  readonly notAFit: number;
}

interface LossNames {
  /** In the order of the pipeline. */
  readonly stages: readonly Named[];
  readonly reasons: readonly Named[];
  /** The reason that stands for "nobody said". */
  readonly unstated: string | null;
}

/** Where opportunities are lost and why, each counted once: by where it stood when it was lost for good. */
export function lossesOf(counts: readonly LostCount[], names: LossNames, notAFit: number): Losses {
  const cells = counts.map((each) => ({ ...each, reason: each.reason === names.unstated ? null : each.reason }));
  const row = (key: string | null, name: string | null, own: readonly LostCount[]): LossRow => ({
    key,
    name,
    lost: sum(own.map((each) => each.lost)),
  });
  const ofStage = (key: string | null) => cells.filter(({ stage }) => stage === key);
  const ofReason = (key: string | null) => cells.filter(({ reason }) => reason === key);
  const reasons = names.reasons.map(({ key, name }) => row(key, name, ofReason(key)));
  return {
    total: sum(cells.map(({ lost }) => lost)),
    cells: mergedOf(cells),
    notAFit,
    stages: [
      ...names.stages.map(({ key, name }) => row(key, name, ofStage(key))),
      row(null, null, ofStage(null)),
    ].filter(({ key, lost }) => key !== null || lost > 0),
    reasons: [
      ...reasons.filter(({ lost }) => lost > 0).toSorted((a, b) => b.lost - a.lost),
      ...[row(null, null, ofReason(null))].filter(({ lost }) => lost > 0),
    ],
  };
}

/** Where most are lost and for which reason most of those, where at least ten are lost and nobody shares the first place. */
export function mainLoss({ total, stages, cells, reasons }: Losses): { stage: LossRow; reason: LossRow | null } | null {
  const stage = onlyLargest(stages.filter(({ key }) => key !== null));
  if (total < MIN_LOST || stage === null) return null;
  const own = reasons.flatMap((reason) => {
    const lost = sum(
      cells.filter((cell) => cell.stage === stage.key && cell.reason === reason.key).map((cell) => cell.lost),
    );
    return reason.key === null ? [] : [{ ...reason, lost }];
  });
  return { stage, reason: onlyLargest(own) };
}

const MIN_LOST = 10;

function onlyLargest(rows: readonly LossRow[]): LossRow | null {
  const [first, second] = rows.toSorted((a, b) => b.lost - a.lost);
  return first === undefined || first.lost === 0 || first.lost === second?.lost ? null : first;
}

function mergedOf(cells: readonly LostCount[]): readonly LostCount[] {
  const merged = new Map<string, LostCount>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.stage, cell.reason]);
    merged.set(key, { ...cell, lost: cell.lost + (merged.get(key)?.lost ?? 0) });
  }
  return [...merged.values()];
}

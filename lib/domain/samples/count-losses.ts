import type { Names, Preset } from "@/lib/domain/pipeline/presets/preset";
import type { SampleLead } from "./sample-leads";

/** Where most opportunities are lost, and for which reason most of those. */
export interface Losses {
  readonly stage: string;
  readonly reason: string;
}

/** Of equals the earlier stage and reason; `null` where nothing is lost. */
export function lossesOf(
  leads: readonly SampleLead[],
  { opportunityStages, lostReasons }: Pick<Preset, "opportunityStages" | "lostReasons">,
  name: (names: Names) => string,
): Losses | null {
  const lost = leads.flatMap(({ steps }) => {
    const end = steps.find((step) => step.kind === "lost");
    if (end === undefined) return [];
    const moves = steps.flatMap((step) => (step.kind === "moved" ? step.stage : []));
    return [{ stage: moves.at(-1) ?? 0, reason: end.reason }];
  });
  const stage = mostOften(lost.map((each) => each.stage));
  const reason = mostOften(lost.filter((each) => each.stage === stage).map((each) => each.reason));
  const [at, why] = [opportunityStages[stage ?? -1], lostReasons[reason ?? -1]];
  return at === undefined || why === undefined ? null : { stage: name(at.name), reason: name(why) };
}

function mostOften(numbers: readonly number[]): number | null {
  const times = (number: number) => numbers.filter((other) => other === number).length;
  const [first = null] = [...new Set(numbers)].toSorted((a, b) => times(b) - times(a) || a - b);
  return first;
}

import type { Losses } from "@/lib/domain/metrics/losses";
import { mainLoss } from "@/lib/domain/metrics/losses";
import type { StageTime } from "@/lib/domain/metrics/stage-times";

/** What is said of the pipeline beside the findings: where most are lost, and where most stand longer than usual. */
export type Remark =
  | { readonly kind: "lost"; readonly stage: string; readonly lost: number; readonly total: number }
  | { readonly kind: "stuck"; readonly stage: string; readonly stuck: number };

/** At most so many; where the losses are told already, they are not told again. */
export function remarksOf(
  { losses, times }: { readonly losses: Losses | null; readonly times: readonly StageTime[] },
  { most, tellsLosses }: { readonly most: number; readonly tellsLosses: boolean },
): readonly Remark[] {
  const main = losses === null || tellsLosses ? null : mainLoss(losses);
  const lost: readonly Remark[] =
    main === null
      ? []
      : [{ kind: "lost", stage: main.stage.name ?? "", lost: main.stage.lost, total: losses?.total ?? 0 }];
  const [stuck] = times
    .filter((time) => time.stage.subject === "opportunity" && time.stuck > 0)
    .toSorted((a, b) => b.stuck - a.stuck);
  const standing: readonly Remark[] =
    stuck === undefined ? [] : [{ kind: "stuck", stage: stuck.stage.name, stuck: stuck.stuck }];
  return [...lost, ...standing].slice(0, Math.max(0, most));
}

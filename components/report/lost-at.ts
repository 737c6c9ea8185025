import { type Losses, mainLoss } from "@/lib/domain/metrics/losses";
import type { LostAt } from "./findings";

/** Where most are lost and why, for the sentence that sends the reader there; `null` where the numbers do not say both. */
export function lostAtOf(losses: Losses): LostAt | null {
  const main = mainLoss(losses);
  const [stage, reason] = [main?.stage.name ?? null, main?.reason?.name ?? null];
  return stage === null || reason === null ? null : { stage, reason };
}

import type { LossRow, Losses } from "@/lib/domain/metrics/losses";
import type { Reach } from "@/lib/domain/metrics/reach";
import type { StageTime } from "@/lib/domain/metrics/stage-times";
import { byName } from "./by-name";
import { WHOLE } from "./scope-of";
import type { ChannelMaterial } from "./share-material";
import type { Curtain } from "./share-report";
import type { SharedLoss, SharedLosses, SharedReach, SharedReport, SharedTime } from "./shared-report";
import { lossCell, reachCell } from "./stage-counts";

/** How far, where it stopped and how long. Stages and reasons are those of the whole, so that what is missing tells nothing. */
export function shareStages(
  { reach, losses, times }: Pick<ChannelMaterial, "reach" | "losses" | "times">,
  whole: Losses | null,
  scope: string,
  curtain: Curtain,
): Pick<SharedReport, "reach" | "losses" | "times"> {
  return {
    reach: reach === null ? null : shareReach(reach, scope, curtain),
    losses: losses === null ? null : shareLosses(losses, whole ?? losses, scope, curtain),
    times: times === null ? null : times.map(shareTime),
  };
}

function shareReach({ steps }: Reach, scope: string, curtain: Curtain): SharedReach {
  return {
    steps: steps.map(({ stage, rate }, place) => ({
      stage: stage === null ? null : { name: stage.name, subject: stage.subject },
      leads: curtain.show(scope, reachCell(place), rate.hits),
    })),
  };
}

function shareLosses(losses: Losses, whole: Losses, scope: string, curtain: Curtain): SharedLosses {
  const rows = (listed: readonly LossRow[], own: readonly LossRow[], cell: (key: string | null) => string) =>
    listed.map(({ key, name }): SharedLoss => {
      const lost = own.find((each) => each.key === key)?.lost ?? 0;
      return { name, lost: curtain.show(scope, cell(key), lost) };
    });
  const reasons = rows(whole.reasons, losses.reasons, lossCell.reason);
  // The order of reasons is by how many, of the whole too.
  const isHiding = whole.reasons.some(({ key }) =>
    [scope, WHOLE].some((each) => curtain.isHidden(each, lossCell.reason(key))),
  );
  return {
    total: curtain.show(scope, "lost", losses.total),
    stages: rows(whole.stages, losses.stages, lossCell.stage),
    reasons: isHiding ? reasons.toSorted(byName) : reasons,
    notAFit: curtain.show(scope, "not a fit", losses.notAFit),
  };
}

function shareTime({ stage, quarterDays, medianDays, threeQuartersDays }: StageTime): SharedTime {
  return { stage: { name: stage.name, subject: stage.subject }, quarterDays, medianDays, threeQuartersDays };
}

import { countFurthestOfChannels } from "@/db/queries/furthest";
import { countLostOfChannels } from "@/db/queries/lost-at";
import { type OfChannel, rowsOf } from "@/db/queries/of-channels";
import { listVisitsOfChannels } from "@/db/queries/visits";
import type { TeamContext } from "@/lib/auth/team-context";
import { allOf } from "@/lib/domain/all-of";
import { lossesOf } from "@/lib/domain/metrics/losses";
import { reachOf } from "@/lib/domain/metrics/reach";
import { stageTimesOf } from "@/lib/domain/metrics/stage-times";
import type { ReportRow } from "@/lib/domain/metrics/report";
import type { Counting } from "@/lib/use-cases/report/counting-of";
import { loadLossNames } from "@/lib/use-cases/report/load-losses";
import { visitOf } from "@/lib/use-cases/report/load-time";
import { listOpenStages } from "@/lib/use-cases/report/open-stages";

export type StageCounts = Awaited<ReturnType<typeof countStages>>;

/**
 * How far the records of a period got, where they were lost and how long they stayed, told apart by channel: the log is read
 * once for all of them, and the whole is their sum.
 */
export async function countStages({ db, team }: Pick<TeamContext, "db" | "team">, { asked, at, today }: Counting) {
  const stages = await listOpenStages(db);
  const [furthest, lost, visits, names] = await allOf([
    // By decision date there is no one set of leads to follow.
    asked.basis === "decision" ? null : countFurthestOfChannels(db, asked, stages),
    countLostOfChannels(db, asked),
    listVisitsOfChannels(db, asked, { at, today, timeZone: team.timeZone }),
    loadLossNames(db),
  ]);
  return { stages, furthest, lost, visits, names };
}

/** The blocks of one channel, or of the whole. */
export function stageBlocksOf(counts: StageCounts, of: "all" | OfChannel, { parts }: Pick<ReportRow, "parts">) {
  const { stages, furthest, lost, visits, names } = counts;
  return {
    reach: furthest === null ? null : reachOf(stages, rowsOf(furthest, of)),
    losses: lossesOf(rowsOf(lost, of), names, parts.leads.notAFit),
    times: stageTimesOf(stages, rowsOf(visits, of).map(visitOf)),
  };
}

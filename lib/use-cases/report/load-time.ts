import { listStuck } from "@/db/queries/stuck";
import { listVisits, type VisitSpan } from "@/db/queries/visits";
import type { TeamContext } from "@/lib/auth/team-context";
import { allOf } from "@/lib/domain/all-of";
import { wholeDays } from "@/lib/domain/metrics/maturity";
import { type StageTime, stageTimesOf, type VisitCount } from "@/lib/domain/metrics/stage-times";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { duration } from "@/lib/domain/period";
import { type Counting, countingOf, type Known } from "./counting-of";
import { listOpenStages } from "./open-stages";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** How long each stage holds the records that began in the period, and which of them stand there longer than usual. */
export async function loadTime(asker: Asker, query: ReportQuery, known: Known = {}): Promise<readonly StageTime[]> {
  const counting = known.counting ?? (await countingOf(asker, query));
  const times = await timesOf(asker, counting, known);
  return allOf(times.map(async (time) => ({ ...time, longest: await longestOf(asker, time, counting) })));
}

/** After how many days in a stage a record stands there longer than three in four; only of stages with enough visits. */
export async function loadSlowAfter(asker: Asker, query: ReportQuery): Promise<ReadonlyMap<string, number>> {
  const times = await timesOf(asker, await countingOf(asker, query));
  return new Map(
    times.flatMap(({ stage, stuckAfterDays }) => (stuckAfterDays === null ? [] : [[stage.key, stuckAfterDays]])),
  );
}

/** The times alone, of no record. */
export async function timesOf(asker: Asker, counting: Counting, known: Known = {}) {
  const [visits, stages] = await allOf([loadVisits(asker, counting), known.openStages?.() ?? listOpenStages(asker.db)]);
  return stageTimesOf(stages, visits);
}

/** Every visit to a stage, in whole days. */
export async function loadVisits({ db, team }: Asker, { asked, at, today }: Counting): Promise<readonly VisitCount[]> {
  return (await listVisits(db, asked, { at, today, timeZone: team.timeZone })).map(visitOf);
}

/** A visit that ended later in the day than it began has begun another day. */
export function visitOf({ stage, isOver, days, clock, visits }: VisitSpan): VisitCount {
  return { stage, count: visits, ...wholeDays(days + clock / 2, isOver) };
}

/** Only of now: where records stood at another moment, their pages do not say. */
async function longestOf({ db, team }: Asker, { stage, stuck, stuckAfterDays }: StageTime, { asked, at }: Counting) {
  if (stuck === 0 || stuckAfterDays === null || asked.past !== undefined) return [];
  const before = new Date(at.getTime() - stuckAfterDays * DAY_MS);
  const rows = await listStuck(db, asked, { subject: stage.subject, stage: stage.key, before });
  return rows.flatMap(({ id, since }) => {
    const stood = since === null ? null : duration(team.timeZone, since, at);
    if (stood === null || stood.fault) return [];
    const days = Math.floor(stood.days);
    return days > stuckAfterDays ? [{ id, days }] : [];
  });
}

const DAY_MS = 86_400_000;

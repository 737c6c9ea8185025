import type { CountingQuery } from "@/db/queries/counted";
import type { LagCount } from "@/db/queries/lags";
import { findLogTip, findSeqBy } from "@/db/queries/log-chain";
import { planForPast } from "@/db/queries/plan-for-past";
import { findSampleUse } from "@/db/queries/sample-use";
import type { TeamContext } from "@/lib/auth/team-context";
import type { OpenStage } from "@/lib/domain/metrics/reach";
import type { Report, SampleUse } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { localDate } from "@/lib/domain/period";
import type { Groups } from "./count-groups";
import { type Keep, keepNothing } from "./kept-counts";
import type { ReportNames } from "./report-names";
import { type Ages, loadDecisionDays } from "./young-rates";

export interface Counting {
  readonly asked: CountingQuery;
  readonly sampleUse: SampleUse;
  /** The moment that the numbers are of, its local day, and the log's last number by then. */
  readonly at: Date;
  readonly today: string;
  readonly seq: number;
  /** The hash of the log's last row; null where the numbers are of the past. */
  readonly logEnd: string | null;
}

/** What the same transaction has counted of the same question already: nobody asks the database for it again. */
export interface Known {
  readonly counting?: Counting;
  // Perhaps still under way; functions, as a promise that fails must have somebody who waits for it.
  readonly report?: () => Promise<Report>;
  /** The months of the period compared with. */
  readonly monthsBefore?: () => Promise<Groups | null>;
  readonly keep?: Keep;
  readonly openStages?: () => Promise<readonly OpenStage[]>;
  readonly names?: () => Promise<ReportNames>;
  /** The whole team's, month by month, as `listTeamLags` gives them. */
  readonly lags?: () => Promise<readonly LagCount[]>;
}

/** The same, and by which age the team's records are decided. */
export interface Aged extends Counting {
  readonly ages: Ages;
}

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** A report's question as the queries take it: from which facts, as of when, with or without sample data. */
export async function countingOf(
  { db, team, now }: Asker,
  query: ReportQuery,
  keepFor: (logEnd: string) => Keep = () => keepNothing,
): Promise<Counting> {
  const { asOf, windowDays = null } = query;
  const at = asOf?.at ?? now;
  const isPast = asOf !== undefined || windowDays !== null;
  const today = localDate(team.timeZone, at);
  if (!isPast) {
    const { seq, hash } = await findLogTip(db);
    const sampleUse = await keepFor(hash)("sampleUse", () => findSampleUse(db));
    return { asked: { ...query, leavesSamplesOut: sampleUse === "left-out" }, sampleUse, at, today, seq, logEnd: hash };
  }
  const seq = asOf?.seq ?? (asOf ? await findSeqBy(db, at) : (await findLogTip(db)).seq);
  await planForPast(db);
  const past = { seq, at, timeZone: team.timeZone, windowDays };
  const sampleUse = await findSampleUse(db, past);
  const asked = { ...query, past, leavesSamplesOut: sampleUse === "left-out" };
  return { asked, sampleUse, at, today, seq, logEnd: null };
}

/** For those who judge which numbers are young: asked once, it serves a report and what it is held against. */
export async function agedOf(asker: Asker, query: ReportQuery, known?: Counting): Promise<Aged> {
  const counting = known ?? (await countingOf(asker, query));
  const { asked, today } = counting;
  return { ...counting, ages: { days: await loadDecisionDays(asker.db, asked, today), today } };
}

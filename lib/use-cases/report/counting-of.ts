import type { CountingQuery } from "@/db/queries/counted";
import type { Past } from "@/db/queries/facts";
import type { LagCount } from "@/db/queries/lags";
import { findLogSeq, findSeqBy } from "@/db/queries/log-chain";
import { planForPast } from "@/db/queries/plan-for-past";
import { findSampleUse } from "@/db/queries/sample-use";
import type { TeamContext } from "@/lib/auth/team-context";
import { allOf } from "@/lib/domain/all-of";
import type { Report, SampleUse } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { localDate } from "@/lib/domain/period";
import type { Groups } from "./count-groups";
import { type Ages, loadDecisionDays } from "./young-rates";

export interface Counting {
  readonly asked: CountingQuery;
  readonly sampleUse: SampleUse;
  /** The moment that the numbers are of, its local day, and the log's last number by then. */
  readonly at: Date;
  readonly today: string;
  readonly seq: number;
}

/** What the same transaction has counted of the same question already: nobody asks the database for it again. */
export interface Known {
  readonly counting?: Counting;
  // Perhaps still under way; functions, as a promise that fails must have somebody who waits for it.
  readonly report?: () => Promise<Report>;
  /** The months of the period compared with. */
  readonly monthsBefore?: () => Promise<Groups | null>;
  /** The whole team's, month by month, as `listTeamLags` gives them. */
  readonly lags?: () => Promise<readonly LagCount[]>;
}

/** The same, and by which age the team's records are decided. */
export interface Aged extends Counting {
  readonly ages: Ages;
}

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/** A report's question as the queries take it: from which facts, as of when, with or without sample data. */
export async function countingOf({ db, team, now }: Asker, query: ReportQuery): Promise<Counting> {
  const { asOf, windowDays = null } = query;
  const at = asOf?.at ?? now;
  const isPast = asOf !== undefined || windowDays !== null;
  const log = asOf?.seq ?? (asOf ? findSeqBy(db, at) : findLogSeq(db));
  const ofNow = isPast ? null : findSampleUse(db);
  const [seq, sampleUseNow] = await allOf([log, ofNow]);
  if (isPast) await planForPast(db);
  const past: { past?: Past } = isPast ? { past: { seq, at, timeZone: team.timeZone, windowDays } } : {};
  const sampleUse = sampleUseNow ?? (await findSampleUse(db, past.past));
  const asked = { ...query, ...past, leavesSamplesOut: sampleUse === "left-out" };
  return { asked, sampleUse, at, today: localDate(team.timeZone, at), seq };
}

/** For those who judge which numbers are young: asked once, it serves a report and what it is held against. */
export async function agedOf(asker: Asker, query: ReportQuery, known?: Counting): Promise<Aged> {
  const counting = known ?? (await countingOf(asker, query));
  const { asked, today } = counting;
  return { ...counting, ages: { days: await loadDecisionDays(asker.db, asked, today), today } };
}

import type { CountingQuery } from "@/db/queries/counted";
import type { Past } from "@/db/queries/facts";
import { findLogSeq, findSeqBy } from "@/db/queries/log-chain";
import { planForPast } from "@/db/queries/plan-for-past";
import { findSampleUse } from "@/db/queries/sample-use";
import type { TeamContext } from "@/lib/auth/team-context";
import type { Report, SampleUse } from "@/lib/domain/metrics/report";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { localDate } from "@/lib/domain/period";
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
  readonly report?: Report;
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
  const seq = asOf?.seq ?? (asOf ? await findSeqBy(db, at) : await findLogSeq(db));
  const isPast = asOf !== undefined || windowDays !== null;
  if (isPast) await planForPast(db);
  const past: { past?: Past } = isPast ? { past: { seq, at, timeZone: team.timeZone, windowDays } } : {};
  const sampleUse = await findSampleUse(db, past.past);
  const asked = { ...query, ...past, leavesSamplesOut: sampleUse === "left-out" };
  return { asked, sampleUse, at, today: localDate(team.timeZone, at), seq };
}

/** For those who judge which numbers are young: asked once, it serves a report and what it is held against. */
export async function agedOf(asker: Asker, query: ReportQuery): Promise<Aged> {
  const counting = await countingOf(asker, query);
  const { asked, today } = counting;
  return { ...counting, ages: { days: await loadDecisionDays(asker.db, asked, today), today } };
}

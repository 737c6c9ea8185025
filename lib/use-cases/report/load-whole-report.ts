import type { TeamContext } from "@/lib/auth/team-context";
import { allOf } from "@/lib/domain/all-of";
import type { LoadedBlocks } from "@/lib/domain/metrics/block-data";
import { loaded } from "@/lib/domain/metrics/block-data";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { type Aged, agedOf, type Counting, countingOf, type Known } from "./counting-of";
import { type Keep, keepNothing, KeptCounts } from "./kept-counts";
import { LOADERS, loadBlocks } from "./load-blocks";
import { loadHeldReport } from "./load-held-report";
import { listOpenStages } from "./open-stages";
import { loadNames } from "./report-names";
import { canBeYoung, decisionDaysIn, listTeamLags } from "./young-rates";

type Asker = Pick<TeamContext, "db" | "team" | "now">;

/**
 * A report with its blocks, all of one moment. Everything is asked at once, so that the database never waits for us; where any
 * of it fails, it is asked again part by part, so that a block that fails takes no other with it.
 */
export async function loadWholeReport(asker: Asker, query: ReportQuery, loaders = LOADERS) {
  const { teamId } = asker.db;
  const counting = await countingOf(asker, query, (logEnd) => KEPT.keepFor({ teamId, logEnd, asked: "" }));
  try {
    return await asker.db.apart(() => loadAtOnce(asker, query, { counting, loaders }));
  } catch {
    return loadPartByPart(asker, query, { counting, loaders }); // what fails once more is reported there
  }
}

interface How {
  readonly counting: Counting;
  readonly loaders: typeof LOADERS;
}

async function loadPartByPart(asker: Asker, query: ReportQuery, { counting, loaders }: How) {
  const aged = await agedOf(asker, query, counting);
  const { report, held, known } = await loadHeldReport(asker, query, aged);
  return { report, held, blocks: await loadBlocks(asker, query, known, loaders) };
}

async function loadAtOnce(asker: Asker, query: ReportQuery, { counting, loaders }: How) {
  const { asked, today } = counting;
  const keep = keepFor(asker, counting);
  const lags = canBeYoung(asked) ? once(() => listTeamLags(asker.db, asked, { today, byMonth: true })) : undefined;
  const lists = { openStages: once(() => listOpenStages(asker.db)), names: once(() => loadNames(asker.db)) };
  const ofReport = loadAged(asker, query, { counting, lags, keep, names: lists.names });
  const known: Known = {
    ...lists,
    counting,
    keep,
    report: async () => (await ofReport).report,
    monthsBefore: async () => (await ofReport).monthsBefore,
    ...(lags === undefined ? {} : { lags }),
  };
  const [{ report, held }, time, reach, money, losses, maturation, trend] = await allOf([
    ofReport,
    loaders.time(asker, query, known),
    loaders.reach(asker, query, known),
    loaders.money(asker, query, known),
    loaders.losses(asker, query, known),
    loaders.maturation(asker, query, known),
    loaders.trend(asker, query, known),
  ]);
  const blocks: Required<LoadedBlocks> = {
    trend: loaded(trend),
    maturation: loaded(maturation),
    reach: loaded(reach),
    losses: loaded(losses),
    time: loaded(time),
    money: loaded(money),
  };
  return { report, held, blocks };
}

interface AgedBy {
  readonly counting: Counting;
  readonly lags: Known["lags"];
  readonly keep: Keep;
  readonly names: NonNullable<Known["names"]>;
}

async function loadAged(asker: Asker, query: ReportQuery, { counting, lags, keep, names }: AgedBy) {
  const aged: Aged =
    lags === undefined
      ? await agedOf(asker, query, counting)
      : {
          ...counting,
          ages: { days: await keep("days", async () => decisionDaysIn(await lags())), today: counting.today },
        };
  return loadHeldReport(asker, query, aged, { keep, names });
}

/** Decision 018 says why nothing is kept too long. */
const KEPT = new KeptCounts({ teams: 50, questions: 10 });

function keepFor({ db, team }: Asker, { asked, today, sampleUse, logEnd }: Counting): Keep {
  if (logEnd === null) return keepNothing;
  return KEPT.keepFor({ teamId: db.teamId, logEnd, asked: JSON.stringify([asked, sampleUse, today, team.timeZone]) });
}

function once<T>(begin: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => (begun ??= begin());
}

import { countEach } from "@/db/queries/count-each";
import type { CountingQuery } from "@/db/queries/counted";
import { countLost } from "@/db/queries/lost-at";
import { listLostReasons } from "@/db/queries/pipeline";
import type { TeamContext } from "@/lib/auth/team-context";
import { allOf } from "@/lib/domain/all-of";
import { fold } from "@/lib/domain/fold";
import { type Losses, lossesOf } from "@/lib/domain/metrics/losses";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { NOT_STATED } from "@/lib/domain/pipeline/presets/shared";
import { countingOf, type Known } from "./counting-of";
import { keepNothing } from "./kept-counts";
import { listOpenStages } from "./open-stages";

/** Where the lost opportunities of a report stood, and why they were lost. */
export async function loadLosses(
  asker: Pick<TeamContext, "db" | "team" | "now">,
  query: ReportQuery,
  known: Known = {},
): Promise<Losses> {
  const { db } = asker;
  const { asked } = known.counting ?? (await countingOf(asker, query));
  const { keep = keepNothing } = known;
  const [whole, names, lost] = await allOf([
    known.report?.().then(({ total }) => total) ?? wholeOf(db, asked),
    loadLossNames(db, known.openStages?.()),
    keep("lost", () => countLost(db, asked)),
  ]);
  return lossesOf(lost, names, whole?.parts.leads.notAFit ?? 0);
}

/** By which names losses are told. */
export async function loadLossNames(db: TeamContext["db"], stagesKnown?: ReturnType<typeof listOpenStages>) {
  const [lostReasons, open] = await allOf([listLostReasons(db), stagesKnown ?? listOpenStages(db)]);
  const reasons = lostReasons.map(({ id, name }) => ({ key: id, name }));
  const unstated = reasons.find(({ name }) => Object.values(NOT_STATED).some((each) => fold(each) === fold(name)));
  const stages = open.filter(({ subject }) => subject === "opportunity");
  return { stages, reasons, unstated: unstated?.key ?? null };
}

async function wholeOf(db: TeamContext["db"], asked: CountingQuery) {
  const [[whole] = []] = await countEach(db, asked, [{ period: asked.period, by: "none" }]);
  return whole;
}

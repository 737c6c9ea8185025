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
  const [whole, lostReasons, open, lost] = await allOf([
    known.report?.().then(({ total }) => total) ?? wholeOf(db, asked),
    listLostReasons(db),
    listOpenStages(db),
    keep("lost", () => countLost(db, asked)),
  ]);
  const notAFit = whole?.parts.leads.notAFit ?? 0;
  const reasons = lostReasons.map(({ id, name }) => ({ key: id, name }));
  const unstated = reasons.find(({ name }) => Object.values(NOT_STATED).some((each) => fold(each) === fold(name)));
  const stages = open.filter(({ subject }) => subject === "opportunity");
  const names = { stages, reasons, unstated: unstated?.key ?? null };
  return lossesOf(lost, names, notAFit);
}

async function wholeOf(db: TeamContext["db"], asked: CountingQuery) {
  const [[whole] = []] = await countEach(db, asked, [{ period: asked.period, by: "none" }]);
  return whole;
}

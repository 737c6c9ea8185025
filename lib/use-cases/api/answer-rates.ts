import { z } from "zod";
import type { TeamContext } from "@/lib/auth/team-context";
import { GROUPINGS, type Grouping } from "@/lib/domain/metrics/grouping";
import type { RatesAnswer, RatesRow } from "@/lib/domain/metrics/rates-answer";
import { loadRates } from "@/lib/use-cases/report/load-rates";
import { choiceWhenGiven } from "./fields";
import { checkPeriod, REPORT_FIELDS, reportQueryOf } from "./report-fields";

export const RatesInput = z
  .strictObject({ ...REPORT_FIELDS, groupBy: choiceWhenGiven(GROUPINGS) })
  .superRefine(checkPeriod);

/** The rates of a question, as the API writes them: every number unrounded, and its rows add up to its total. */
export async function answerRates(ctx: TeamContext, { groupBy = "none", ...fields }: z.output<typeof RatesInput>) {
  const answer = await loadRates(ctx, { report: await reportQueryOf(ctx, fields), groupBy });
  return writeRates(answer);
}

function writeRates({ asOf, timeZone, query, definition, total, rows, groupBy }: RatesAnswer) {
  return {
    asOf: asOf.toISOString(),
    timeZone,
    period: query.period,
    definition,
    total: writeRow(total),
    rows: rows.map((row) => ({ key: { [KEY_NAMES[groupBy]]: row.key, name: row.name }, ...writeRow(row) })),
  };
}

const KEY_NAMES = {
  none: "id",
  channel: "channelId",
  campaign: "campaignId",
  owner: "ownerId",
  month: "month",
  quarter: "quarter",
  week: "week",
} as const satisfies Record<Grouping, string>;

function writeRow({ parts: { leads, opportunities }, rates, won }: RatesRow) {
  return { leads, opportunities, ...rates, won };
}

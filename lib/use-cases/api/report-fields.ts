import type { z } from "zod";
import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import { listMembers } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, type FieldCode, type FieldErrors, fieldError } from "@/lib/domain/errors";
import type { CampaignId, ChannelId, UserId } from "@/lib/domain/ids";
import { parseDate } from "@/lib/domain/input/date";
import { parseInstant } from "@/lib/domain/input/instant";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { parseWindowDays } from "@/lib/search-params";
import { choiceWhenGiven, DATE, filterField, refuseFields, whenGiven } from "./fields";

/** By what a report is asked over the API: dates half-open in the team's zone, neither is everything. */
export const REPORT_FIELDS = {
  from: whenGiven(parseDate, DATE),
  to: whenGiven(parseDate, { ...DATE, description: "The first day after the period." }),
  basis: choiceWhenGiven(["start", "decision"]),
  leadConvertsAt: choiceWhenGiven(["customer", "opportunity"]),
  channel: filterField<ChannelId>(),
  campaign: filterField<CampaignId>(),
  owner: filterField<UserId>(),
  asOf: whenGiven(parseInstant, {
    type: "string",
    format: "date-time",
    description: "What had been recorded by then.",
  }),
  windowDays: whenGiven(parseWindowDays, { type: "integer", description: "1 to 3660." }),
};

type ReportFields = { readonly [Name in keyof typeof REPORT_FIELDS]: z.output<(typeof REPORT_FIELDS)[Name]> };

/** Both dates or neither, in order. */
export function checkPeriod({ from, to }: Pick<ReportFields, "from" | "to">, ctx: z.RefinementCtx): void {
  if ((from === undefined) !== (to === undefined)) {
    refuseFields(ctx, from === undefined ? { from: "required" } : { to: "required" });
  }
  if (from !== undefined && to !== undefined && from >= to) refuseFields(ctx, { to: "date-order" });
}

/** The question as one value. A filter that names nothing of this team is not found, whosever it is. */
export async function reportQueryOf(ctx: TeamContext, fields: ReportFields): Promise<ReportQuery> {
  const { from, to, basis = "start", leadConvertsAt = ctx.team.leadConvertsAt, asOf, windowDays } = fields;
  await assertOwnFilters(ctx, fields);
  const at = asOf === undefined ? null : new Date(asOf);
  if (at !== null && at > ctx.now) throw fieldError({ asOf: "date-future" });
  const period = from === undefined || to === undefined ? null : { from, to };
  return {
    periodChoice: period === null ? { key: "all" } : { key: "custom", period },
    period,
    basis,
    leadConvertsAt,
    channels: fields.channel,
    campaigns: fields.campaign,
    owners: fields.owner,
    ...(at === null ? {} : { asOf: { at } }),
    ...(windowDays === undefined ? {} : { windowDays }),
  };
}

async function assertOwnFilters({ db }: TeamContext, { channel, campaign, owner }: ReportFields): Promise<void> {
  const unknown: [keyof ReportFields, FieldCode][] = [];
  const check = (name: keyof ReportFields, wanted: readonly string[], own: ReadonlySet<string>) => {
    if (wanted.some((id) => id !== "none" && !own.has(id))) unknown.push([name, "choice"]);
  };
  if (channel.length > 0) check("channel", channel, new Set((await listChannels(db)).map(({ id }) => id)));
  if (campaign.length > 0) check("campaign", campaign, new Set((await listCampaigns(db)).map(({ id }) => id)));
  if (owner.length > 0) check("owner", owner, new Set((await listMembers(db)).map(({ userId }) => userId)));
  const fields: FieldErrors = Object.fromEntries(unknown);
  if (unknown.length > 0) throw new AppError("not-found", { fields });
}

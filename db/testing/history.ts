import fc from "fast-check";
import type { Sql } from "postgres";
import type { Member, TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type {
  CampaignId,
  ChannelId,
  DealId,
  ImportBatchId,
  LeadId,
  LostReasonId,
  OpportunityId,
  StageId,
  TeamId,
  TransitionId,
  UserId,
} from "@/lib/domain/ids";
import { archiveChannel } from "@/lib/use-cases/channels/archive-channel";
import { editChannel } from "@/lib/use-cases/channels/edit-channel";
import { foldCounts } from "@/lib/use-cases/counts/fold";
import { sellDirectly } from "@/lib/use-cases/deals/sell-directly";
import { voidDeal } from "@/lib/use-cases/deals/void-deal";
import { undoImport } from "@/lib/use-cases/import/undo-import";
import { archiveLead } from "@/lib/use-cases/leads/archive-lead";
import { createLead } from "@/lib/use-cases/leads/create-lead";
import { editLead } from "@/lib/use-cases/leads/edit-lead";
import { eraseLead, eraseOpportunity } from "@/lib/use-cases/leads/erase-person";
import { moveLead } from "@/lib/use-cases/leads/move-lead";
import { editOpportunity } from "@/lib/use-cases/opportunities/edit-opportunity";
import { loseOpportunity } from "@/lib/use-cases/opportunities/lose-opportunity";
import { moveOpportunity } from "@/lib/use-cases/opportunities/move-opportunity";
import { makeOpportunity, openOpportunity } from "@/lib/use-cases/opportunities/open-opportunity";
import { winOpportunity } from "@/lib/use-cases/opportunities/win-opportunity";
import { undoTransition } from "@/lib/use-cases/transitions/undo-transition";
import { NOW, teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { importDeals, importLeads, type Run } from "./import-act";

const DAY_MS = 86_400_000;

const VERBS = [
  ...(["create", "create", "edit", "move", "move", "archive", "open", "make", "make", "editOpportunity"] as const),
  ...(["moveOpportunity", "win", "win", "lose", "lose", "sell", "void", "undo", "undo"] as const),
  ...(["importLeads", "importDeals", "undoImport"] as const),
  ...(["fold", "fold", "eraseLead", "eraseOpportunity", "channel"] as const),
];

/** One thing that somebody does: which record and which choice, by place in what is there then. */
export const act = fc.record({
  verb: fc.constantFrom(...VERBS),
  record: fc.nat({ max: 5 }),
  choice: fc.nat({ max: 9 }),
  day: fc.constantFrom(
    null,
    "2025-12-31",
    "2026-07-01",
    "2026-10-25",
    "2026-11-01",
    "2026-11-10",
    "2026-11-22",
    "2026-11-23",
  ),
  by: fc.constantFrom("owner" as const, "member" as const),
  /** Clocks of servers differ, and run back. */
  minutes: fc.integer({ min: -30, max: 30 }),
  /** Until the next step. */
  days: fc.constantFrom(0, 0, 1, 7, 30),
});
export type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** A history: one step after the other, what stands in one step at the same time. */
export const histories = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 14 });

export interface HistoryTeam {
  readonly teamId: TeamId;
  readonly owner: Member;
  readonly member: Member;
}

interface There {
  readonly leads: readonly { readonly id: LeadId; readonly version: number }[];
  readonly opportunities: readonly { readonly id: OpportunityId; readonly version: number }[];
  readonly deals: readonly { readonly id: DealId; readonly version: number }[];
  readonly transitions: readonly { readonly id: TransitionId }[];
  readonly stages: readonly { readonly id: StageId }[];
  readonly reasons: readonly { readonly id: LostReasonId }[];
  readonly channels: readonly { readonly id: ChannelId; readonly version: number }[];
  readonly campaigns: readonly { readonly id: CampaignId; readonly channelId: ChannelId }[];
  readonly people: readonly { readonly id: UserId }[];
  readonly batches: readonly { readonly id: ImportBatchId }[];
}

/** Plays a history in one team through the use-cases; records are those of `of`, by default its own. Gives each answer. */
export async function play(
  { desk, admin }: { readonly desk: ReturnType<typeof teamDesk>; readonly admin: Sql },
  team: HistoryTeam,
  history: readonly (readonly Act[])[],
  { of = team.teamId, startsAt = NOW }: { readonly of?: TeamId; readonly startsAt?: Date } = {},
): Promise<readonly string[]> {
  const answers: string[] = [];
  let clock = startsAt.getTime();
  for (const step of history) {
    const there = await whatIsThere(admin, of);
    const moments = step.map((one) => new Date(clock + one.minutes * 60_000));
    clock += Math.max(...step.map((one) => one.days)) * DAY_MS;
    const done = step.map((one, i) => {
      const run: Run = (work) => desk.as(team.teamId, team[one.by], work, moments[i]);
      if (one.verb === "importLeads") return answer(importLeads(run, one));
      if (one.verb === "importDeals") return answer(importDeals(run, one));
      return answer(run((ctx) => carryOut(ctx, one, there)));
    });
    answers.push(...(await Promise.all(done)));
  }
  return answers;
}

/** A refusal is an answer; anything else that is thrown is a fault of ours. */
async function answer(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

async function carryOut(ctx: TeamContext, { verb, record, choice, day, by: _ }: Act, there: There): Promise<unknown> {
  const lead = nth(there.leads, record);
  const opportunity = nth(there.opportunities, record);
  const deal = nth(there.deals, record);
  const transition = nth(there.transitions, record * 10 + choice);
  const stage = nth(there.stages, choice);
  const reason = nth(there.reasons, choice);
  const batch = nth(there.batches, choice);
  const channel = nth(there.channels, record);
  const money = { minor: 1000 * choice, currency: "NOK" };
  const facts = { name: `Nr ${choice}`, note: "", money };
  const credit = creditOf(ctx, there, { record, choice });
  const person = { ...facts, ...credit, company: null, email: null, phone: null };
  const signed = { money, kind: "project" as const, termMonths: null, signedOn: day };
  switch (verb) {
    case "create":
      return createLead(ctx, { ...person, cameInOn: day });
    case "edit":
      return lead && editLead(ctx, { ...lead, ...person });
    case "move":
      return lead && stage && moveLead(ctx, { ...lead, stageId: stage.id, excludedAs: "spam", on: day });
    case "archive":
      return lead && archiveLead(ctx, { ...lead, put: choice % 2 === 0 ? "away" : "back" });
    case "open":
      return openOpportunity(ctx, { ...facts, ...credit, stageId: null, openedOn: day });
    case "make":
      return (
        lead && makeOpportunity(ctx, { ...facts, leadId: lead.id, version: lead.version, stageId: null, openedOn: day })
      );
    case "editOpportunity":
      return opportunity && editOpportunity(ctx, { ...opportunity, ...facts, ...credit });
    case "moveOpportunity":
      return opportunity && stage && moveOpportunity(ctx, { ...opportunity, stageId: stage.id, on: day });
    case "win":
      return opportunity && winOpportunity(ctx, { ...opportunity, ...signed });
    case "lose":
      return opportunity && reason && loseOpportunity(ctx, { ...opportunity, lostReasonId: reason.id, on: day });
    case "sell":
      return lead && sellDirectly(ctx, { ...lead, ...signed });
    case "void":
      return deal && voidDeal(ctx, deal);
    case "undo":
      return transition && undoTransition(ctx, transition);
    case "fold":
      return foldCounts(ctx.db); // nobody's wish, but it may come at any moment
    case "eraseLead":
      return lead && choice < 5 ? eraseLead(ctx, { ...lead, understood: true }) : undefined;
    case "eraseOpportunity":
      return opportunity && choice < 5 ? eraseOpportunity(ctx, { ...opportunity, understood: true }) : undefined;
    case "channel":
      if (channel === undefined || choice === 0) return channel && archiveChannel(ctx, channel);
      return editChannel(ctx, { ...channel, name: `Kanal ${choice}`, aliases: "" });
    case "importLeads":
    case "importDeals":
      return undefined; // transactions of their own
    case "undoImport":
      return batch && undoImport(ctx, batch);
  }
}

/** Nobody's, one's own or another's; of no channel, of one, or of a campaign. */
function creditOf({ user }: TeamContext, there: There, { record, choice }: Pick<Act, "record" | "choice">) {
  const campaign = record % 3 === 0 ? nth(there.campaigns, choice) : undefined;
  const channelId = campaign?.channelId ?? (choice % 3 === 0 ? null : (nth(there.channels, choice)?.id ?? null));
  const ownerId = choice % 4 === 0 ? (nth(there.people, record)?.id ?? null) : choice % 2 === 0 ? user.id : null;
  return { channelId, campaignId: campaign?.id ?? null, ownerId };
}

function nth<T>(rows: readonly T[], place: number): T | undefined {
  return rows[place % Math.max(rows.length, 1)];
}

/** By time of making, the newest first; the log's last rows first, as only they can be undone. */
async function whatIsThere(admin: Sql, teamId: TeamId): Promise<There> {
  const [row] = await admin<{ there: There }[]>`
    with own as (select ${teamId}::uuid as team_id)
    select json_build_object(
      'leads', coalesce((select json_agg(json_build_object('id', id, 'version', version) order by id desc)
        from leads join own using (team_id)), '[]'),
      'opportunities', coalesce((select json_agg(json_build_object('id', id, 'version', version) order by id desc)
        from opportunities join own using (team_id)), '[]'),
      'deals', coalesce((select json_agg(json_build_object('id', id, 'version', version) order by id desc)
        from deals join own using (team_id)), '[]'),
      'transitions', coalesce((select json_agg(json_build_object('id', id) order by seq desc)
        from stage_transitions join own using (team_id)), '[]'),
      'stages', coalesce((select json_agg(json_build_object('id', id) order by subject, position)
        from stages join own using (team_id)), '[]'),
      'reasons', coalesce((select json_agg(json_build_object('id', id) order by position)
        from lost_reasons join own using (team_id)), '[]'),
      'channels', coalesce((select json_agg(json_build_object('id', id, 'version', version) order by position, id)
        from channels join own using (team_id) where archived_at is null), '[]'),
      'campaigns', coalesce((select json_agg(json_build_object('id', id, 'channelId', channel_id) order by name)
        from campaigns join own using (team_id)), '[]'),
      'people', coalesce((select json_agg(json_build_object('id', user_id) order by role, user_id)
        from memberships join own using (team_id)), '[]'),
      'batches', coalesce((select json_agg(json_build_object('id', id) order by id desc)
        from import_batches join own using (team_id)), '[]')) as there`;
  if (!row) throw new Error("nothing is there");
  return row.there;
}

import fc from "fast-check";
import type { Sql } from "postgres";
import type { Member, TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type {
  ChannelId,
  DealId,
  LeadId,
  LostReasonId,
  OpportunityId,
  StageId,
  TeamId,
  TransitionId,
} from "@/lib/domain/ids";
import { sellDirectly } from "@/lib/use-cases/deals/sell-directly";
import { voidDeal } from "@/lib/use-cases/deals/void-deal";
import { archiveLead } from "@/lib/use-cases/leads/archive-lead";
import { createLead } from "@/lib/use-cases/leads/create-lead";
import { editLead } from "@/lib/use-cases/leads/edit-lead";
import { moveLead } from "@/lib/use-cases/leads/move-lead";
import { editOpportunity } from "@/lib/use-cases/opportunities/edit-opportunity";
import { loseOpportunity } from "@/lib/use-cases/opportunities/lose-opportunity";
import { moveOpportunity } from "@/lib/use-cases/opportunities/move-opportunity";
import { makeOpportunity, openOpportunity } from "@/lib/use-cases/opportunities/open-opportunity";
import { winOpportunity } from "@/lib/use-cases/opportunities/win-opportunity";
import { undoTransition } from "@/lib/use-cases/transitions/undo-transition";
import { NOW, teamDesk } from "@/lib/use-cases/teams/testing/team-desk";

const VERBS = [
  ...(["create", "create", "edit", "move", "move", "archive", "open", "make", "make", "editOpportunity"] as const),
  ...(["moveOpportunity", "win", "win", "lose", "lose", "sell", "void", "undo", "undo"] as const),
];

/** One thing that somebody does: which record and which choice, by place in what is there then. */
const act = fc.record({
  verb: fc.constantFrom(...VERBS),
  record: fc.nat({ max: 5 }),
  choice: fc.nat({ max: 9 }),
  day: fc.constantFrom(null, "2026-11-01", "2026-11-10", "2026-11-22", "2026-11-23"),
  by: fc.constantFrom("owner" as const, "member" as const),
  /** Clocks of servers differ, and run back. */
  minutes: fc.integer({ min: -30, max: 30 }),
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
  readonly channels: readonly { readonly id: ChannelId }[];
}

/** Plays a history in one team through the use-cases; records are those of `of`, by default its own. Gives each answer. */
export async function play(
  { desk, admin }: { readonly desk: ReturnType<typeof teamDesk>; readonly admin: Sql },
  team: HistoryTeam,
  history: readonly (readonly Act[])[],
  of: TeamId = team.teamId,
): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const step of history) {
    const there = await whatIsThere(admin, of);
    const moments = step.map((one) => new Date(NOW.getTime() + one.minutes * 60_000));
    const done = step.map((one, i) =>
      answer(desk.as(team.teamId, team[one.by], (ctx) => carryOut(ctx, one, there), moments[i])),
    );
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
  const money = { minor: 1000 * choice, currency: "NOK" };
  const facts = { name: `Nr ${choice}`, note: "", money };
  const channelId = nth(there.channels, choice)?.id ?? null;
  const credit = { channelId, campaignId: null, ownerId: choice % 2 === 0 ? ctx.user.id : null };
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
      return lead && makeOpportunity(ctx, { ...facts, leadId: lead.id, stageId: null, openedOn: day });
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
  }
}

function nth<T>(rows: readonly T[], place: number): T | undefined {
  return rows[place % Math.max(rows.length, 1)];
}

/** By time of making, the newest first; the log's last rows first, as only they can be undone. */
async function whatIsThere(admin: Sql, teamId: TeamId): Promise<There> {
  return {
    leads: await admin`select id, version from leads where team_id = ${teamId} order by id desc`,
    opportunities: await admin`select id, version from opportunities where team_id = ${teamId} order by id desc`,
    deals: await admin`select id, version from deals where team_id = ${teamId} order by id desc`,
    transitions: await admin`select id from stage_transitions where team_id = ${teamId} order by seq desc`,
    stages: await admin`select id from stages where team_id = ${teamId} order by subject, position`,
    reasons: await admin`select id from lost_reasons where team_id = ${teamId} order by position`,
    channels: await admin`select id from channels where team_id = ${teamId} order by position`,
  };
}

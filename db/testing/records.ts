import { type CaseChange, type NewDeal, recordCases } from "@/db/mutations/record-cases";
import type { TeamContext } from "@/lib/auth/team-context";
import type {
  CampaignId,
  ChannelId,
  DealId,
  Id,
  ImportBatchId,
  LeadId,
  LostReasonId,
  OpportunityId,
  StageId,
  UserId,
} from "@/lib/domain/ids";
import {
  type Case,
  type Decision,
  EMPTY_CASE,
  stateOf,
  withDeal,
  withRows,
  withVoided,
} from "@/lib/domain/pipeline/case";
import { creditAnew } from "@/lib/domain/pipeline/commands/credit";
import { dealDirectly } from "@/lib/domain/pipeline/commands/deal-directly";
import { moveLead } from "@/lib/domain/pipeline/commands/move-lead";
import { moveOpportunity } from "@/lib/domain/pipeline/commands/move-opportunity";
import { bringInLead, openOpportunity } from "@/lib/domain/pipeline/commands/open";
import { undoTransition, voidDeal } from "@/lib/domain/pipeline/commands/undo";
import type { LeadKind, OpportunityKind } from "@/lib/domain/pipeline/kinds";
import type { Credit, Transition, When } from "@/lib/domain/pipeline/transition";
import { NEVER_TOLD, rightNow, wholeDay } from "@/lib/domain/pipeline/when";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import { loadTools, type Tools } from "@/lib/use-cases/cases/decide";

/** A local day, a moment, or null: nobody knows. */
export type Day = string | Date | null;

export type Step =
  /** `at` counts the opportunities of the story from 0. */
  | { readonly do: "open"; readonly on: Day }
  | ({ readonly do: "move"; readonly at: number; readonly to: OpportunityKind; readonly on: Day } & Particulars)
  | ({ readonly do: "lead"; readonly to: LeadKind; readonly on: Day } & Particulars)
  | ({ readonly do: "sell"; readonly on: Day } & Particulars)
  | { readonly do: "own"; readonly by: UserId | null; readonly channelId?: ChannelId | null }
  | { readonly do: "undo"; readonly row: number }
  | { readonly do: "void"; readonly deal: number };

/** What matters only to some: another stage than the first of its kind, why it was lost, what the deal says. */
interface Particulars {
  readonly stageId?: StageId;
  readonly reasonId?: LostReasonId;
  readonly deal?: Partial<Pick<NewDeal, "kind" | "amountMinor" | "currency" | "termMonths">>;
}

/** The life of one lead, or with `cameIn: "never"` of opportunities without one. What its commands refuse does not happen. */
export interface Story {
  readonly cameIn: Day | "never";
  readonly channelId?: ChannelId | null;
  readonly campaignId?: CampaignId | null;
  readonly ownerId?: UserId | null;
  readonly batchId?: ImportBatchId | null;
  readonly steps?: readonly Step[];
}

/** Tells stories by the commands that people use and records them at once; gives each as a case. */
export async function record(ctx: TeamContext, stories: readonly Story[]): Promise<readonly Case[]> {
  const tools = await loadTools(ctx);
  const told = stories.map((story) => tell(ctx, story, tools));
  await recordCases(ctx.db, writerOf(ctx), {
    leads: told.flatMap(({ change, story }) =>
      change.after.lead ? [{ ...factsOf(change.after.lead.id, story), company: null, email: null, phone: null }] : [],
    ),
    opportunities: told.flatMap(({ change, story }) =>
      change.after.opportunities.map(({ id }) => ({ ...factsOf(id, story), leadId: change.after.lead?.id ?? null })),
    ),
    deals: told.flatMap(({ deals }) => deals),
    cases: told.map(({ change }) => change),
  });
  return told.map(({ change }) => change.after);
}

interface Telling {
  readonly file: Case;
  readonly rows: readonly Transition[];
  readonly voids: readonly DealId[];
  readonly deals: readonly NewDeal[];
}

function tell(
  ctx: TeamContext,
  story: Story,
  tools: Tools,
): { change: CaseChange; deals: readonly NewDeal[]; story: Story } {
  const batchId = story.batchId ?? null;
  const all = { ...tools, recording: { ...tools.recording, batchId } };
  const start: Telling = { file: EMPTY_CASE, rows: [], voids: [], deals: [] };
  const came = story.cameIn === "never" ? start : after(start, cameIn(ctx, story, story.cameIn, all));
  const end = (story.steps ?? []).reduce((so, step) => {
    const next = after(so, decide(ctx, so.file, step, { story, tools: all }));
    return isSale(so, next, step) ? withSale(ctx, next, step, story) : next;
  }, came);
  return { change: { after: end.file, rows: end.rows, voids: end.voids }, deals: end.deals, story };
}

function cameIn(ctx: TeamContext, story: Story, on: Day, { first, recording }: Tools): Decision {
  const step = { to: first("lead", "open"), when: whenOf(ctx, on), credit: creditOf(story) };
  return { kind: "decided", rows: [bringInLead(ctx.newId<LeadId>(), step, recording)], voids: [] };
}

function after(so: Telling, decision: Decision): Telling {
  if (decision.kind !== "decided") return so;
  const { rows, voids } = decision;
  return {
    ...so,
    file: withVoided(withRows(so.file, rows), voids),
    rows: [...so.rows, ...rows],
    voids: [...so.voids, ...voids],
  };
}

function decide(
  ctx: TeamContext,
  file: Case,
  step: Step,
  { story, tools }: { readonly story: Story; readonly tools: Tools },
): Decision {
  const { consequences, first, recording } = tools;
  const now = rightNow(ctx.team.timeZone, ctx.now);
  switch (step.do) {
    case "open": {
      const opened = { to: first("opportunity", "open"), when: whenOf(ctx, step.on), credit: creditOf(story) };
      return openOpportunity(file, ctx.newId<OpportunityId>(), opened, consequences, recording);
    }
    case "move": {
      const to = { ...first("opportunity", step.to), ...(step.stageId ? { id: step.stageId } : {}) };
      const moved = { to, when: whenOf(ctx, step.on), lostReasonId: step.reasonId };
      const id = file.opportunities[step.at]?.id;
      return id ? moveOpportunity(file, id, moved, consequences, recording) : NOTHING;
    }
    case "lead": {
      const to = { ...first("lead", step.to), ...(step.stageId ? { id: step.stageId } : {}) };
      return moveLead(file, { to, when: whenOf(ctx, step.on) }, consequences, recording);
    }
    case "sell":
      return dealDirectly(file, { to: first("lead", "customer"), when: whenOf(ctx, step.on) }, recording);
    case "own": {
      const { channelId } = step;
      const moved = channelId === undefined ? {} : { channelId, campaignId: null };
      const credit = { ...creditOf(story), ...moved, ownerId: step.by };
      return creditAnew(file, { opportunityId: null }, { credit, when: now }, recording);
    }
    case "undo": {
      const row = [...(file.lead?.rows ?? []), ...file.opportunities.flatMap(({ rows }) => rows)][step.row];
      return row ? undoTransition(file, row.id, now, consequences, recording) : NOTHING;
    }
    case "void": {
      const deal = file.deals[step.deal];
      return deal ? voidDeal(file, deal.id, now, consequences, recording) : NOTHING;
    }
  }
}

const NOTHING: Decision = { kind: "unchanged" };

/** A win and a direct sale have their deal. */
function isSale(before: Telling, { file, rows }: Telling, step: Step): boolean {
  if (step.do === "move" && step.to === "won") return rows.length > before.rows.length;
  return step.do === "sell" && file.lead !== null && stateOf(file).lead?.kind === "customer";
}

function withSale(ctx: TeamContext, so: Telling, step: Step, story: Story): Telling {
  const opportunityId = step.do === "move" ? (so.file.opportunities[step.at]?.id ?? null) : null;
  const signed = whenOf(ctx, "on" in step ? step.on : null);
  const id = ctx.newId<DealId>();
  const batchId = story.batchId ?? null;
  const none = { externalId: null, amountMinor: null, currency: null, termMonths: null, batchId };
  const leadId = so.file.lead?.id ?? null;
  const told = step.do === "move" || step.do === "sell" ? (step.deal ?? {}) : {};
  const deal: NewDeal = { ...none, id, opportunityId, leadId, kind: "one_off", signedOn: signed.occurredOn, ...told };
  return {
    ...so,
    file: withDeal(so.file, { id, opportunityId, signed, voided: false, batchId }),
    deals: [...so.deals, deal],
  };
}

function factsOf<T extends Id<string>>(id: T, { batchId = null }: Story) {
  const none = { externalId: null, expectedMinor: null, currency: null };
  return { ...none, id, name: id, nameNorm: id, note: "", batchId };
}

function creditOf({ channelId = null, campaignId = null, ownerId = null }: Story): Credit {
  return { channelId, campaignId, ownerId };
}

function whenOf({ team }: TeamContext, on: Day): When {
  if (on === null) return NEVER_TOLD;
  return on instanceof Date ? rightNow(team.timeZone, on) : wholeDay(on, team.timeZone);
}

import { z } from "zod";
import { putAway } from "@/db/mutations/records";
import type { TeamContext } from "@/lib/auth/team-context";
import { BULK_CHANGES, BULK_MAX, type BulkDone } from "@/lib/domain/bulk";
import { AppError, fieldError } from "@/lib/domain/errors";
import { parseChoice } from "@/lib/domain/input/choice";
import type { ChannelId, LeadId, OpportunityId, StageId, TransitionId, UserId } from "@/lib/domain/ids";
import { type Case, type Decision, stateOf } from "@/lib/domain/pipeline/case";
import { creditAnew } from "@/lib/domain/pipeline/commands/credit";
import { moveLead } from "@/lib/domain/pipeline/commands/move-lead";
import { moveOpportunity } from "@/lib/domain/pipeline/commands/move-opportunity";
import { creditOf } from "@/lib/domain/pipeline/commands/record";
import { EXCLUDED_AS, type Subject } from "@/lib/domain/pipeline/kinds";
import { type Credit, leadKind, type StageRef, type When } from "@/lib/domain/pipeline/transition";
import { rightNow } from "@/lib/domain/pipeline/when";
import { can } from "@/lib/domain/permissions";
import { checkCredit } from "@/lib/use-cases/cases/check-credit";
import { loadTools, type Tools } from "@/lib/use-cases/cases/decide";
import { field, idsField, optionalChoiceField, optionalIdField } from "@/lib/use-cases/fields";
import { activityOf, ManyCases } from "./many-cases";

const FIELDS = {
  // The form has a change of its own; the button that was pressed comes after it.
  change: field((input) => parseChoice(Array.isArray(input) ? input.at(-1) : input, BULK_CHANGES)),
  stageId: optionalIdField<StageId>(),
  ownerId: optionalIdField<UserId>(),
  channelId: optionalIdField<ChannelId>(),
  excludedAs: optionalChoiceField(EXCLUDED_AS),
};
export const ChangeLeadsInput = z.strictObject({ ids: idsField<LeadId>(BULK_MAX), ...FIELDS });
export const ChangeOpportunitiesInput = z.strictObject({ ids: idsField<OpportunityId>(BULK_MAX), ...FIELDS });
type Change = Omit<z.output<typeof ChangeLeadsInput>, "ids">;

/**
 * One change to many leads, each logged as if it had been done alone. What cannot be is left as it was and told by its reason;
 * an id that is not of this team refuses all.
 */
export async function changeLeads(ctx: TeamContext, { ids, ...change }: z.output<typeof ChangeLeadsInput>) {
  return changeMany(ctx, "lead", ids, await ManyCases.lock(ctx, { leadIds: ids, opportunityIds: [] }), change);
}

export async function changeOpportunities(
  ctx: TeamContext,
  { ids, ...change }: z.output<typeof ChangeOpportunitiesInput>,
) {
  const cases = await ManyCases.lock(ctx, { leadIds: [], opportunityIds: ids });
  return changeMany(ctx, "opportunity", ids, cases, change);
}

async function changeMany(
  ctx: TeamContext,
  subject: Subject,
  ids: readonly (LeadId | OpportunityId)[],
  cases: ManyCases,
  change: Change,
): Promise<BulkDone> {
  if (ids.length === 0) throw fieldError({ ids: "required" });
  if (ids.some((id) => cases.find(subject, id) === null)) throw new AppError("not-found");
  if (change.change === "archive" || change.change === "unarchive") return put(ctx, subject, ids, cases, change.change);
  const decide = await decider(ctx, subject, change);
  const rows: TransitionId[] = [];
  for (const id of ids) {
    const found = cases.find(subject, id);
    if (found === null) continue;
    const decision = decide(found.file, id);
    if (decision === "forbidden") cases.refuse(decision);
    // The first row is the record's own; what it brings about is undone with it.
    else rows.push(...cases.take(found.key, found.file, decision).slice(0, 1));
  }
  await cases.record();
  return { changed: rows.length, refused: cases.refused(), rows, put: null };
}

async function put(
  ctx: TeamContext,
  subject: Subject,
  ids: readonly string[],
  cases: ManyCases,
  change: "archive" | "unarchive",
): Promise<BulkDone> {
  const action = change === "archive" ? "archived" : "unarchived";
  await putAway(ctx.db, subject, ids, change === "archive" ? ctx.now : null);
  await cases.record(ids.map((id) => activityOf(ctx, action, subject, id)));
  const back = change === "archive" ? "unarchive" : "archive";
  return { changed: ids.length, refused: [], rows: [], put: { ids, back } };
}

type Decide = (file: Case, id: string) => Decision | "forbidden";

async function decider(ctx: TeamContext, subject: Subject, change: Change): Promise<Decide> {
  const tools = await loadTools(ctx);
  const when = rightNow(ctx.team.timeZone, ctx.now);
  switch (change.change) {
    case "stage":
      return subject === "lead"
        ? leadMover(change.stageId, when, tools)
        : opportunityMover(change.stageId, when, tools);
    case "exclude": {
      if (subject !== "lead") throw fieldError({ change: "choice" });
      const { excludedAs } = change;
      if (excludedAs === null) throw fieldError({ excludedAs: "required" });
      const to = tools.first("lead", "excluded");
      return (file) => moveLead(file, { to, when, excludedAs }, tools.consequences, tools.recording);
    }
    case "owner":
    case "channel":
      return crediter(ctx, subject, change, when, tools);
    case "archive":
    case "unarchive":
      throw new Error("put away elsewhere");
  }
}

function leadMover(stageId: StageId | null, when: When, tools: Tools): Decide {
  const stage = stageId === null ? null : tools.stage("lead", stageId);
  const kind = leadKind(stage?.kind ?? null);
  if (stage === null || kind === null || kind === "excluded") throw fieldError({ stageId: "choice" });
  return (file) => moveLead(file, { to: { id: stage.id, kind }, when }, tools.consequences, tools.recording);
}

function opportunityMover(stageId: StageId | null, when: When, tools: Tools): Decide {
  const stage = stageId === null ? null : tools.stage("opportunity", stageId);
  if (stage?.kind !== "open") throw fieldError({ stageId: "choice" });
  const to: StageRef<"open"> = { id: stage.id, kind: "open" };
  return (file, id) => {
    const opportunity = file.opportunities.find((one) => one.id === id);
    if (!opportunity) return { kind: "refused", code: "not-found" };
    return moveOpportunity(file, opportunity.id, { to, when }, tools.consequences, tools.recording);
  };
}

/** Another's credit is reserved, also where it is one of many. */
async function crediter(
  ctx: TeamContext,
  subject: Subject,
  { change, ownerId, channelId }: Change,
  when: When,
  { recording }: Tools,
): Promise<Decide> {
  const isOwner = change === "owner";
  await checkCredit(ctx, {
    channelId: isOwner ? null : channelId,
    campaignId: null,
    ownerId: isOwner ? ownerId : null,
  });
  const mayReassign = can(ctx.role, subject === "lead" ? "lead:reassign" : "opportunity:reassign");
  return (file, id) => {
    const { lead, opportunities } = stateOf(file);
    const own = file.opportunities.find((one) => one.id === id)?.id ?? null;
    const before = subject === "lead" ? lead : own === null ? undefined : opportunities.get(own);
    if (!before) return { kind: "refused", code: "not-found" };
    const isOthers = before.ownerId !== null && before.ownerId !== ctx.user.id && before.ownerId !== ownerId;
    if (isOwner && isOthers && !mayReassign) return "forbidden";
    const credit: Credit = isOwner
      ? { ...creditOf(before), ownerId }
      : { ...creditOf(before), channelId, campaignId: before.channelId === channelId ? before.campaignId : null };
    return creditAnew(file, { opportunityId: own }, { credit, when }, recording);
  };
}

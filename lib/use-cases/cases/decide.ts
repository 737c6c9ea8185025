import { type CaseKey, lockCases } from "@/db/queries/cases";
import { listStages } from "@/db/queries/pipeline";
import { type CaseChanges, recordCases } from "@/db/mutations/record-cases";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { LeadId, OpportunityId, StageId, TransitionId } from "@/lib/domain/ids";
import type { StepRow } from "@/lib/domain/opportunities/step-taken";
import { type Case, type Decision, withRows, withVoided } from "@/lib/domain/pipeline/case";
import type { LeadConsequences, Recording } from "@/lib/domain/pipeline/commands/record";
import type { Kind, Subject } from "@/lib/domain/pipeline/kinds";
import type { StageRef } from "@/lib/domain/pipeline/transition";
import { NEVER_TOLD, wholeDay } from "@/lib/domain/pipeline/when";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import { assertSeen } from "./assert-seen";

/** The record that a person works on, and the version of it that they saw. */
export type Target =
  | { readonly leadId: LeadId; readonly version: number | null }
  | { readonly opportunityId: OpportunityId; readonly version: number | null };

/** What a command needs beside the case. */
export interface Tools {
  readonly consequences: LeadConsequences;
  readonly recording: Recording;
  /** The live stage of this subject with this id; refused as a field error of the caller's when there is none. */
  readonly stage: (subject: Subject, id: StageId) => (StageRef & { readonly name: string }) | null;
  /** The first live stage of a kind: where a record goes when nobody chooses. */
  readonly first: <K extends Kind>(subject: Subject, kind: K) => StageRef<K>;
}

/** What is written in the same breath as the decision: new records, activity. */
export type Beside = Omit<CaseChanges, "cases">;

/**
 * Locks the record's case, checks that nobody changed the record since it was seen, lets a pure command decide, and records
 * what it decided. Throws `not-found`, `conflict`, or the command's refusal.
 */
export async function decide(
  ctx: TeamContext,
  target: Target,
  command: (file: Case, tools: Tools) => Decision,
  beside: Beside = {},
): Promise<Case> {
  const file = await lockCase(ctx, target);
  const decision = command(file, await loadTools(ctx));
  return recordDecision(ctx, file, decision, beside);
}

/** Records what a command decided on a locked or new case; gives the case as it is then. */
export async function recordDecision(
  ctx: TeamContext,
  file: Case,
  decision: Decision,
  beside: Beside = {},
): Promise<Case> {
  switch (decision.kind) {
    case "refused":
      throw new AppError(decision.code);
    case "unchanged":
      await recordCases(ctx.db, writerOf(ctx), { ...beside, cases: [] });
      return file;
    case "decided": {
      const { rows, voids } = decision;
      const after = withVoided(withRows(file, rows), voids);
      await recordCases(ctx.db, writerOf(ctx), { ...beside, cases: [{ after, rows, voids }] });
      return after;
    }
  }
}

/** As `decide` on an opportunity; gives the row that moved it and the stage before, or null where nothing moved. */
export async function decideStep(
  ctx: TeamContext,
  target: Extract<Target, { opportunityId: OpportunityId }>,
  command: (file: Case, tools: Tools) => Decision,
  beside: Beside = {},
): Promise<StepRow | null> {
  const moved: StepRow[] = [];
  const noted = (file: Case, tools: Tools) => {
    const decision = command(file, tools);
    const rows = decision.kind === "decided" ? decision.rows : [];
    for (const { id, opportunityId, fromStageId } of rows) {
      const from = fromStageId === null ? null : tools.stage("opportunity", fromStageId);
      if (opportunityId === target.opportunityId) moved.push({ id, from: from?.name ?? "" });
    }
    return decision;
  };
  await decide(ctx, target, noted, beside);
  return moved[0] ?? null;
}

/** Locks the record's case; a conflict when somebody changed the record since it was seen. */
export async function lockCase(ctx: TeamContext, target: Target): Promise<Case> {
  const isLead = "leadId" in target;
  const key: CaseKey = isLead ? target.leadId : target.opportunityId;
  const ids = isLead
    ? { leadIds: [target.leadId], opportunityIds: [] }
    : { leadIds: [], opportunityIds: [target.opportunityId] };
  const cases = await lockCases(ctx.db, ids, (day) => (day === null ? NEVER_TOLD : wholeDay(day, ctx.team.timeZone)));
  const file = cases.get(key) ?? [...cases.values()][0];
  if (!file) throw new AppError("not-found");
  await assertSeen(ctx, target);
  return file;
}

export async function loadTools(ctx: TeamContext): Promise<Tools> {
  const stages = (await listStages(ctx.db)).filter((stage) => stage.archivedAt === null);
  const first = <K extends Kind>(subject: Subject, kind: K): StageRef<K> => {
    const stage = stages.find((one) => one.subject === subject && one.kind === kind);
    if (!stage) throw new Error(`a team without a live ${subject} stage of kind ${kind}`);
    return { id: stage.id, kind };
  };
  return {
    consequences: { qualified: first("lead", "qualified"), customer: first("lead", "customer") },
    recording: { newId: () => ctx.newId<TransitionId>(), batchId: null },
    stage: (subject, id) => stages.find((one) => one.subject === subject && one.id === id) ?? null,
    first,
  };
}

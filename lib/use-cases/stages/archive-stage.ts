import { z } from "zod";
import { updateStages } from "@/db/mutations/pipeline";
import { type CaseChanges, recordCases } from "@/db/mutations/record-cases";
import { lockTeam } from "@/db/mutations/teams";
import { lockCases } from "@/db/queries/cases";
import { listStages } from "@/db/queries/pipeline";
import { listRecordsInStage, type RecordsInStage } from "@/db/queries/records-in-stage";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { OpportunityId, StageId, TransitionId } from "@/lib/domain/ids";
import { type Case, withRows } from "@/lib/domain/pipeline/case";
import { moveWithinKind } from "@/lib/domain/pipeline/commands/move-within-kind";
import type { StageRef, Transition } from "@/lib/domain/pipeline/transition";
import { NEVER_TOLD, rightNow, wholeDay } from "@/lib/domain/pipeline/when";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { writerOf } from "@/lib/use-cases/activity/record-activity";
import { idField, optionalIdField, versionField } from "@/lib/use-cases/fields";
import { getLive, live } from "@/lib/use-cases/settings/live-rows";

export const ArchiveStageInput = z.strictObject({
  id: idField<StageId>(),
  version: versionField,
  toStageId: optionalIdField<StageId>(),
});
export type ArchiveStageInput = z.output<typeof ArchiveStageInput>;

/** Puts a stage away. What stands in it moves, logged, to another stage of its kind; the kind's last stage stays. */
export async function archiveStage(ctx: TeamContext, input: ArchiveStageInput): Promise<void> {
  const { id, subject, kind } = getLive(await listStages(ctx.db), input);
  // Records before the team's row, as every writer of records does; then nobody waits in a circle.
  const records = await listRecordsInStage(ctx.db, subject, id);
  const cases = await lockCases(ctx.db, records, (day) =>
    day === null ? NEVER_TOLD : wholeDay(day, ctx.team.timeZone),
  );
  await lockTeam(ctx.db);
  const stages = live(await listStages(ctx.db)).filter((stage) => stage.subject === subject && stage.kind === kind);
  getLive(stages, input);
  if (stages.length === 1) throw new AppError("last-stage");
  await assertNobodyElse(ctx, subject, id, records);
  const n = records.leadIds.length + records.opportunityIds.length;
  if (n > 0) {
    if (input.toStageId === null) throw new AppError("stage-in-use", { n });
    const to = stages.find((stage) => stage.id === input.toStageId && stage.id !== id);
    if (!to) throw fieldError({ toStageId: "choice" });
    await recordCases(ctx.db, writerOf(ctx), { cases: moves(ctx, [...cases.values()], records, to) });
  }
  await updateStages(ctx.db, [{ id, archivedAt: ctx.now }]);
  await recordActivity(ctx, "stage.archived", ["stage", id]);
}

/** Whoever moved a record in or out meanwhile has committed by now, for they hold the team's row last. */
async function assertNobodyElse(
  ctx: TeamContext,
  subject: "lead" | "opportunity",
  id: StageId,
  { leadIds, opportunityIds }: RecordsInStage,
): Promise<void> {
  const now = await listRecordsInStage(ctx.db, subject, id);
  const seen = new Set<string>([...leadIds, ...opportunityIds]);
  const there = [...now.leadIds, ...now.opportunityIds];
  if (there.length !== seen.size || there.some((one) => !seen.has(one))) throw new AppError("conflict");
}

function moves(
  ctx: TeamContext,
  cases: readonly Case[],
  { leadIds, opportunityIds }: RecordsInStage,
  to: StageRef,
): CaseChanges["cases"] {
  const step = { to: { id: to.id, kind: to.kind }, when: rightNow(ctx.team.timeZone, ctx.now) };
  const recording = { newId: () => ctx.newId<TransitionId>(), batchId: null };
  const leads = new Set(leadIds);
  const opportunities = new Set(opportunityIds);
  return cases.map((before) => {
    const own = before.opportunities.map(({ id }) => id).filter((id) => opportunities.has(id));
    const records: ("lead" | OpportunityId)[] = [
      ...(before.lead && leads.has(before.lead.id) ? (["lead"] as const) : []),
      ...own,
    ];
    const rows: Transition[] = [];
    for (const record of records) {
      const decision = moveWithinKind(withRows(before, rows), record, step, recording);
      if (decision.kind === "refused") throw new AppError(decision.code);
      if (decision.kind === "decided") rows.push(...decision.rows);
    }
    return { after: withRows(before, rows), rows, voids: [] };
  });
}

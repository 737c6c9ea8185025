import { type CaseKey, lockCases } from "@/db/queries/cases";
import { recordCases } from "@/db/mutations/record-cases";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ErrorCode } from "@/lib/domain/errors";
import type { DealId, Id, LeadId, OpportunityId, TransitionId } from "@/lib/domain/ids";
import { type Case, type Decision, withRows, withVoided } from "@/lib/domain/pipeline/case";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import type { Transition } from "@/lib/domain/pipeline/transition";
import { NEVER_TOLD, wholeDay } from "@/lib/domain/pipeline/when";
import { type Activity } from "@/db/mutations/append-log";
import { writerOf } from "@/lib/use-cases/activity/record-activity";

/** The locked cases of many records, as decisions change them one after the other: two of one lead see each other's. */
export class ManyCases {
  readonly #work = new Map<CaseKey, { after: Case; rows: Transition[]; voids: DealId[] }>();
  readonly #refused = new Map<ErrorCode, number>();

  constructor(
    private readonly ctx: TeamContext,
    private readonly cases: ReadonlyMap<CaseKey, Case>,
  ) {}

  static async lock(ctx: TeamContext, ids: ManyIds): Promise<ManyCases> {
    const zone = ctx.team.timeZone;
    return new ManyCases(ctx, await lockCases(ctx.db, ids, (day) => (day === null ? NEVER_TOLD : wholeDay(day, zone))));
  }

  /** The record's case as it is by now; null where there is none. */
  find(subject: Subject, id: string): { readonly key: CaseKey; readonly file: Case } | null {
    for (const [key, known] of this.cases) {
      const file = this.#work.get(key)?.after ?? known;
      const isOne = subject === "lead" ? file.lead?.id === id : file.opportunities.some((one) => one.id === id);
      if (isOne) return { key, file };
    }
    return null;
  }

  /** Takes a decision over and gives its rows; a refusal has none, and is counted by its reason. */
  take(key: CaseKey, file: Case, decision: Decision): readonly TransitionId[] {
    if (decision.kind === "refused") this.refuse(decision.code);
    if (decision.kind !== "decided") return [];
    const before = this.#work.get(key);
    this.#work.set(key, {
      after: withVoided(withRows(file, decision.rows), decision.voids),
      rows: [...(before?.rows ?? []), ...decision.rows],
      voids: [...(before?.voids ?? []), ...decision.voids],
    });
    return decision.rows.map(({ id }) => id);
  }

  refuse(code: ErrorCode): void {
    this.#refused.set(code, (this.#refused.get(code) ?? 0) + 1);
  }

  refused() {
    return Array.from(this.#refused, ([code, n]) => ({ code, n }));
  }

  async record(activities: readonly Activity[] = []): Promise<void> {
    await recordCases(this.ctx.db, writerOf(this.ctx), { cases: [...this.#work.values()], activities });
  }
}

interface ManyIds {
  readonly leadIds: readonly LeadId[];
  readonly opportunityIds: readonly OpportunityId[];
}

export function activityOf(ctx: TeamContext, action: string, subject: Subject, id: string): Activity {
  return {
    id: ctx.newId<Id<"activity">>(),
    action: `${subject}.${action}`,
    subjectKind: subject,
    subjectId: id,
    fields: ["archivedAt"],
  };
}

import type {
  CampaignId,
  ChannelId,
  ImportBatchId,
  LeadId,
  LostReasonId,
  OpportunityId,
  StageId,
  TransitionId,
  UserId,
} from "@/lib/domain/ids";
import type { ExcludedAs, Kind, LeadKind, OpportunityKind, Subject } from "./kinds";

/** A stated time that contradicts the log: before the record came in, or before its previous row. */
export type TransitionFault = "before-start" | "before-previous";

/** When something happened: a moment with its local day in the team's zone; all null when nobody knows. */
export interface When {
  readonly occurredAt: Date | null;
  readonly occurredOn: string | null;
  /** True when only the day is known; `occurredAt` is then the first instant of that day. */
  readonly dateOnly: boolean;
}

/** Who and what a row is credited to. */
export interface Credit {
  readonly channelId: ChannelId | null;
  readonly campaignId: CampaignId | null;
  readonly ownerId: UserId | null;
}

export interface StageRef<K extends Kind = Kind> {
  readonly id: StageId;
  readonly kind: K;
}

/** One row of the log, as far as the core is concerned; its number, hash and recording time are the database's business. */
export interface Transition extends When, Credit {
  readonly id: TransitionId;
  readonly subject: Subject;
  readonly leadId: LeadId | null;
  readonly opportunityId: OpportunityId | null;
  readonly fromStageId: StageId | null;
  readonly fromKind: Kind | null;
  readonly toStageId: StageId | null;
  readonly toKind: Kind | null;
  readonly lostReasonId: LostReasonId | null;
  readonly excludedAs: ExcludedAs | null;
  readonly undoesId: TransitionId | null;
  readonly causeId: TransitionId | null;
  readonly fault: TransitionFault | null;
  readonly batchId: ImportBatchId | null;
}

/** Whether a happened strictly before b; null when either time is unknown. By local day as soon as one of them is only a day. */
export function happenedBefore(a: When, b: When): boolean | null {
  if (a.occurredAt === null || b.occurredAt === null || a.occurredOn === null || b.occurredOn === null) return null;
  if (a.dateOnly || b.dateOnly) return a.occurredOn < b.occurredOn;
  return a.occurredAt.getTime() < b.occurredAt.getTime();
}

/** The rows that stand: without those undone and without the undoing ones, in the order given (that of recording). */
export function standing(rows: readonly Transition[]): readonly Transition[] {
  const undone = new Set(rows.map((row) => row.undoesId).filter((id) => id !== null));
  return rows.filter((row) => row.undoesId === null && !undone.has(row.id));
}

/** The fault of a new row, judged against the rows of its record that stand. */
export function faultOf(when: When, before: readonly Transition[]): TransitionFault | null {
  const first = before[0];
  const last = before.at(-1);
  if (first && happenedBefore(when, first)) return "before-start";
  if (last && happenedBefore(when, last)) return "before-previous";
  return null;
}

/** Holds because the database's key ties a lead's row to stages of leads. */
export function leadKind(kind: Kind | null): LeadKind | null {
  return kind === "won" || kind === "lost" ? null : kind;
}

/** Holds because the database's key ties an opportunity's row to stages of opportunities. */
export function opportunityKind(kind: Kind | null): OpportunityKind | null {
  return kind === "open" || kind === "won" || kind === "lost" ? kind : null;
}

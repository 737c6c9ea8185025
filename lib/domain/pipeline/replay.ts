import type { StageId } from "@/lib/domain/ids";
import type { ExcludedAs, Kind, LeadKind, OpportunityKind } from "./kinds";
import {
  type Credit,
  happenedBefore,
  leadKind,
  opportunityKind,
  standing,
  type Transition,
  type When,
} from "./transition";
import type { LostReasonId } from "@/lib/domain/ids";

/** What every record's log says of it now. */
interface RecordState<K extends Kind> extends Credit {
  /** Whom a rate counts it under: channel and campaign as it came in, the owner when it was decided (until then, now). */
  readonly credited: Credit;
  readonly stageId: StageId;
  readonly kind: K;
  readonly stageSince: Date | null;
  readonly fault: boolean;
}

export interface OpportunityState extends RecordState<OpportunityKind> {
  readonly opened: When;
  /** First standing win or last standing loss; null while open. */
  readonly closed: When | null;
  readonly lostReasonId: LostReasonId | null;
}

export interface LeadState extends RecordState<LeadKind> {
  readonly cameIn: When;
  /** Has an opportunity, opened no later than its first conversion. */
  readonly qualified: boolean;
  readonly qualifiedWhen: When | null;
  /** First standing conversion to customer, or last standing "not a fit"; null otherwise. */
  readonly decided: When | null;
  readonly opportunityKind: OpportunityKind | null;
  readonly excludedAs: ExcludedAs | null;
}

/** Replays one opportunity's rows, in the order of recording. Null: its opening has been undone, it is not there. */
export function replayOpportunity(rows: readonly Transition[]): OpportunityState | null {
  const rest = standing(rows);
  const record = recordState(rest);
  const first = rest[0];
  const kind = opportunityKind(record?.kind ?? null);
  if (!record || !first || !kind) return null;
  const closing = rest.filter((row) => row.toKind === kind && row.fromKind !== kind);
  const closed = kind === "won" ? closing[0] : kind === "lost" ? closing.at(-1) : undefined;
  return {
    ...record,
    credited: creditedTo(first, closed ?? record),
    kind,
    opened: whenOf(first),
    closed: closed ? whenOf(closed) : null,
    lostReasonId: kind === "lost" ? (closed?.lostReasonId ?? null) : null,
  };
}

/** Replays one lead's rows beside the states of its opportunities that are there. Null: its coming in has been undone. */
export function replayLead(rows: readonly Transition[], opportunities: readonly OpportunityState[]): LeadState | null {
  const rest = standing(rows);
  const record = recordState(rest);
  const first = rest[0];
  const kind = leadKind(record?.kind ?? null);
  if (!record || !first || !kind) return null;
  const conversion = rest.find((row) => row.toKind === "customer");
  const refusal = rest.findLast(
    (row) => row.toKind === "not_a_fit" && row.fromKind !== "not_a_fit" && row.fromKind !== "excluded",
  );
  const decided = kind === "customer" ? conversion : kind === "not_a_fit" ? refusal : undefined;
  const qualifying = opportunities.filter(({ opened }) => !conversion || happenedBefore(conversion, opened) !== true);
  return {
    ...record,
    credited: creditedTo(first, decided ?? record),
    kind,
    cameIn: whenOf(first),
    qualified: qualifying.length > 0,
    qualifiedWhen: earliest(qualifying.map(({ opened }) => opened)),
    decided: decided ? whenOf(decided) : null,
    opportunityKind: bestKind(opportunities.map((opportunity) => opportunity.kind)),
    excludedAs: kind === "excluded" ? (rest.findLast((row) => row.excludedAs !== null)?.excludedAs ?? null) : null,
  };
}

/** The earliest of some times; unknown ones count only when there is no other. Null of none. */
export function earliest(times: readonly When[]): When | null {
  return times.reduce<When | null>((best, time) => {
    if (best === null || best.occurredAt === null) return time;
    return happenedBefore(time, best) === true ? time : best;
  }, null);
}

function recordState(rest: readonly Transition[]): Omit<RecordState<Kind>, "credited"> | null {
  const last = rest.at(-1);
  if (!last || last.toStageId === null || last.toKind === null) return null;
  const entered = rest.findLast((row) => row.fromStageId !== row.toStageId) ?? last;
  return {
    stageId: last.toStageId,
    kind: last.toKind,
    stageSince: entered.occurredAt,
    fault: rest.some((row) => row.fault === "before-start"),
    channelId: last.channelId,
    campaignId: last.campaignId,
    ownerId: last.ownerId,
  };
}

function creditedTo({ channelId, campaignId }: Credit, { ownerId }: Credit): Credit {
  return { channelId, campaignId, ownerId };
}

function whenOf({ occurredAt, occurredOn, dateOnly }: When): When {
  return { occurredAt, occurredOn, dateOnly };
}

/** With several opportunities a lead is won if one is, else open if one is, else lost. */
function bestKind(kinds: readonly OpportunityKind[]): OpportunityKind | null {
  return (["won", "open", "lost"] as const).find((kind) => kinds.includes(kind)) ?? null;
}

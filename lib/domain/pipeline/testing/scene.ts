import {
  asId,
  type DealId,
  type ImportBatchId,
  type LeadId,
  type LostReasonId,
  type OpportunityId,
  type StageId,
  type TransitionId,
} from "@/lib/domain/ids";
import { type Case, type Decision, EMPTY_CASE, stateOf, withDeal, withRows, withVoided } from "../case";
import { creditAnew } from "../commands/credit";
import { dealDirectly } from "../commands/deal-directly";
import { moveLead } from "../commands/move-lead";
import { moveOpportunity } from "../commands/move-opportunity";
import { bringInLead, openOpportunity } from "../commands/open";
import { undoBatch, undoTransition, voidDeal } from "../commands/undo";
import type { ExcludedAs, Kind } from "../kinds";
import type { Credit, StageRef, Transition, When } from "../transition";

export const LEAD = {
  fresh: stage("fresh", "open"),
  contacted: stage("contacted", "open"),
  qualified: stage("qualified", "qualified"),
  customer: stage("customer", "customer"),
  notAFit: stage("not-a-fit", "not_a_fit"),
  excluded: stage("excluded", "excluded"),
};
export const OPPORTUNITY = {
  demo: stage("demo", "open"),
  trial: stage("trial", "open"),
  proposal: stage("proposal", "open"),
  won: stage("won", "won"),
  lost: stage("lost", "lost"),
};
export const CONSEQUENCES = { qualified: LEAD.qualified, customer: LEAD.customer };
export const NOBODY: Credit = { channelId: null, campaignId: null, ownerId: null };
export const UNKNOWN: When = { occurredAt: null, occurredOn: null, dateOnly: true };

export function stage<K extends Kind>(id: string, kind: K): StageRef<K> {
  return { id: asId<StageId>(id), kind };
}

/** Noon of the n-th day of 2026, UTC. */
export function at(day: number): When {
  const moment = new Date(Date.UTC(2026, 0, day, 12));
  return { occurredAt: moment, occurredOn: moment.toISOString().slice(0, 10), dateOnly: false };
}

/** The n-th day of 2026, its hour unknown. */
export function on(day: number): When {
  const start = new Date(Date.UTC(2026, 0, day));
  return { occurredAt: start, occurredOn: start.toISOString().slice(0, 10), dateOnly: true };
}

export function credit(channel: string | null, owner: string | null): Credit {
  return {
    channelId: channel === null ? null : asId(channel),
    campaignId: null,
    ownerId: owner === null ? null : asId(owner),
  };
}

/** One case in memory, written as the server writes it: what is decided is recorded, a win and a direct sale have their deal. */
export function scene(start: Case = EMPTY_CASE) {
  let file = start;
  let batchId: ImportBatchId | null = null;
  let count = rowsOf(start).length * 1000; // above every id that the start holds
  const lead = asId<LeadId>("lead");
  const nextId = (prefix: string) => `${prefix}${(count += 1)}`;
  const recording = () => ({ newId: () => asId<TransitionId>(nextId("t")), batchId });

  function take(decision: Decision): Decision {
    if (decision.kind === "decided") file = withVoided(withRows(file, decision.rows), decision.voids);
    return decision;
  }

  function takeSale(decision: Decision, opportunityId: OpportunityId | null, signed: When): Decision {
    take(decision);
    const sold =
      decision.kind === "decided" &&
      (opportunityId === null || stateOf(file).opportunities.get(opportunityId)?.kind === "won");
    if (sold) file = withDeal(file, { id: asId<DealId>(nextId("d")), opportunityId, signed, voided: false, batchId });
    return decision;
  }

  return {
    get file() {
      return file;
    },
    get state() {
      return stateOf(file);
    },
    get liveDeals() {
      return file.deals.filter((deal) => !deal.voided).map(({ id }) => id);
    },
    /** From now on all is recorded for this import; null: by hand. */
    importing(batch: string | null) {
      batchId = batch === null ? null : asId(batch);
    },
    cameIn(when: When, by: Credit = NOBODY) {
      const row = bringInLead(lead, { to: LEAD.fresh, when, credit: by }, recording());
      return take({ kind: "decided", rows: [row], voids: [] });
    },
    open(id: string, when: When, by: Credit = NOBODY, to = OPPORTUNITY.demo) {
      return take(openOpportunity(file, asId(id), { to, when, credit: by }, CONSEQUENCES, recording()));
    },
    move(id: string, to: (typeof OPPORTUNITY)[keyof typeof OPPORTUNITY], when: When, lostReasonId?: LostReasonId) {
      const opportunityId = asId<OpportunityId>(id);
      const decision = moveOpportunity(file, opportunityId, { to, when, lostReasonId }, CONSEQUENCES, recording());
      return to.kind === "won" ? takeSale(decision, opportunityId, when) : take(decision);
    },
    moveLead(to: (typeof LEAD)[keyof typeof LEAD], when: When, excludedAs?: ExcludedAs) {
      return take(moveLead(file, { to, when, excludedAs }, CONSEQUENCES, recording()));
    },
    sell(when: When) {
      return takeSale(dealDirectly(file, { to: LEAD.customer, when }, recording()), null, when);
    },
    credit(id: string | null, by: Credit, when: When) {
      const record = { opportunityId: id === null ? null : asId<OpportunityId>(id) };
      return take(creditAnew(file, record, { credit: by, when }, recording()));
    },
    undo(id: TransitionId | undefined, now: When) {
      return take(undoTransition(file, id ?? asId("nothing"), now, CONSEQUENCES, recording()));
    },
    void(id: DealId | undefined, now: When) {
      return take(voidDeal(file, id ?? asId("nothing"), now, CONSEQUENCES, recording()));
    },
    undoBatch(batch: string, now: When) {
      return take(undoBatch(file, asId(batch), now, CONSEQUENCES, recording()));
    },
  };
}

/** Every row of the case: the lead's, then each opportunity's. */
export function rowsOf(file: Case): readonly Transition[] {
  return [...(file.lead?.rows ?? []), ...file.opportunities.flatMap(({ rows }) => rows)];
}

/** The first row that a decision recorded. */
export function firstOf(decision: Decision): TransitionId | undefined {
  return decision.kind === "decided" ? decision.rows[0]?.id : undefined;
}

/** "decided", "unchanged" or the code of a refusal. */
export function answer(decision: Decision): string {
  return decision.kind === "refused" ? decision.code : decision.kind;
}

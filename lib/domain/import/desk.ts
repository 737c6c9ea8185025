import { fold } from "@/lib/domain/fold";
import type { ChannelId, LeadId } from "@/lib/domain/ids";
import type { Case } from "@/lib/domain/pipeline/case";
import { EMPTY_CASE } from "@/lib/domain/pipeline/case";
import type { Transition } from "@/lib/domain/pipeline/transition";
import type { Draft, NewChannel } from "./draft";
import type { CaseKey, DealFacts, KnownDeal, KnownLead, KnownOpportunity, KnownRecords, LeadFacts } from "./known";
import type { OpportunityFacts } from "./known";
import type { PlanTools } from "./plan-tools";

/** All that the rows so far would make: what the next row finds. */
export interface Desk {
  readonly lead: (externalId: string) => KnownLead | undefined;
  readonly opportunity: (externalId: string) => KnownOpportunity | undefined;
  readonly deal: (externalId: string) => KnownDeal | undefined;
  readonly leadOf: (id: LeadId) => KnownLead | undefined;
  readonly opportunitiesOf: (lead: KnownLead) => readonly KnownOpportunity[];
  readonly dealsOf: (key: CaseKey) => readonly KnownDeal[];
  readonly file: (key: CaseKey) => Case;
  readonly newChannel: (name: string) => NewChannel | undefined;
  readonly newChannelCount: () => number;
  readonly commit: (draft: Draft) => void;
  readonly changes: () => PlannedChanges;
}

/** Everything that is written if the plan is carried out. */
export interface PlannedChanges {
  readonly leads: Draft["leads"];
  readonly opportunities: Draft["opportunities"];
  readonly deals: Draft["deals"];
  readonly cases: readonly {
    readonly after: Case;
    readonly rows: readonly Transition[];
    readonly voids: readonly [];
  }[];
  readonly leadFacts: readonly ({ readonly id: KnownLead["id"] } & LeadFacts)[];
  readonly opportunityFacts: readonly ({ readonly id: KnownOpportunity["id"] } & OpportunityFacts)[];
  readonly dealFacts: readonly ({ readonly id: KnownDeal["id"] } & DealFacts)[];
  readonly channels: readonly NewChannel[];
}

export function openDesk(known: KnownRecords, tools: PlanTools): Desk {
  const leads = shelf<KnownLead>(known.leads);
  const opportunities = shelf<KnownOpportunity>(known.opportunities, ({ leadId }) => leadId);
  const deals = shelf<KnownDeal>(known.deals, ({ leadId, opportunityId }) => leadId ?? opportunityId);
  const work = new Map<CaseKey, { after: Case; rows: Transition[] }>();
  const made: Made = { leads: [], opportunities: [], deals: [] };
  const channels = new Map<string, NewChannel>();
  const { batchId } = tools.recording;
  return {
    lead: leads.byExternalId,
    opportunity: opportunities.byExternalId,
    deal: deals.byExternalId,
    leadOf: leads.byId,
    opportunitiesOf: ({ id }) => opportunities.of(id),
    dealsOf: deals.of,
    file: (key) => work.get(key)?.after ?? known.cases.get(key) ?? EMPTY_CASE,
    newChannel: (name) => channels.get(fold(name)),
    newChannelCount: () => channels.size,
    commit(draft) {
      const before = work.get(draft.key)?.rows ?? [];
      if (draft.rows.length > 0) work.set(draft.key, { after: draft.file, rows: [...before, ...draft.rows] });
      for (const lead of draft.leads) leads.put({ ...lead, batchId, erased: false });
      for (const one of draft.opportunities) opportunities.put({ ...one, batchId, erased: false });
      for (const deal of draft.deals) deals.put({ ...deal, batchId, voided: false });
      made.leads.push(...draft.leads);
      made.opportunities.push(...draft.opportunities);
      made.deals.push(...draft.deals);
      if (draft.changed.lead) leads.change(draft.changed.lead);
      if (draft.changed.opportunity) opportunities.change(draft.changed.opportunity);
      if (draft.changed.deal) deals.change(draft.changed.deal);
      for (const channel of draft.channels) channels.set(channel.nameNorm, channel);
    },
    changes: () => ({
      ...made,
      cases: [...work.values()].map(({ after, rows }) => ({ after, rows, voids: [] as const })),
      leadFacts: leads.changed().map(({ id, facts }) => ({ id, ...facts })),
      opportunityFacts: opportunities.changed().map(({ id, facts }) => ({ id, ...facts })),
      dealFacts: deals.changed().map(({ id, facts }) => ({ id, ...facts })),
      channels: [...channels.values()],
    }),
  };
}

interface Made {
  readonly leads: Draft["leads"][number][];
  readonly opportunities: Draft["opportunities"][number][];
  readonly deals: Draft["deals"][number][];
}

interface Shelved {
  readonly id: string;
  readonly facts: { readonly externalId: string | null };
}

/** Records by id, by external id and by what they belong to; those that were changed are remembered. */
function shelf<T extends Shelved>(things: readonly T[], ownerOf: (thing: T) => CaseKey | null = () => null) {
  const byId = new Map<T["id"], T>();
  const ids = new Map<string, T["id"]>();
  const owned = new Map<CaseKey, Set<T["id"]>>();
  const changes = new Set<T["id"]>();
  const get = (id: T["id"] | undefined) => (id === undefined ? undefined : byId.get(id));
  const put = (thing: T) => {
    byId.set(thing.id, thing);
    if (thing.facts.externalId !== null) ids.set(thing.facts.externalId, thing.id);
    const owner = ownerOf(thing);
    if (owner !== null) owned.set(owner, (owned.get(owner) ?? new Set()).add(thing.id));
  };
  things.forEach(put);
  return {
    byId: get,
    byExternalId: (externalId: string) => get(ids.get(externalId)),
    of: (key: CaseKey) => [...(owned.get(key) ?? [])].flatMap((id) => get(id) ?? []),
    put,
    change({ id, facts }: Pick<T, "id" | "facts">) {
      const before = byId.get(id);
      if (!before) return;
      put({ ...before, facts });
      changes.add(id);
    },
    changed: () => [...changes].flatMap((id) => get(id) ?? []),
  };
}

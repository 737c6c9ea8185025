import { fold } from "@/lib/domain/fold";
import { type Case, EMPTY_CASE } from "@/lib/domain/pipeline/case";
import type { Transition } from "@/lib/domain/pipeline/transition";
import type { Draft, NewChannel } from "./draft";
import type {
  CaseKey,
  DealFacts,
  KnownDeal,
  KnownLead,
  KnownOpportunity,
  KnownRecords,
  LeadFacts,
  OpportunityFacts,
} from "./known";
import type { PlanTools } from "./plan-tools";

/** All that the rows so far would make: what the next row finds. One part of a file is worked on at a time. */
export interface Desk {
  readonly lead: (externalId: string) => KnownLead | undefined;
  readonly opportunity: (externalId: string) => KnownOpportunity | undefined;
  readonly deal: (externalId: string) => KnownDeal | undefined;
  readonly opportunitiesOf: (lead: KnownLead) => readonly KnownOpportunity[];
  readonly dealsOf: (key: CaseKey) => readonly KnownDeal[];
  readonly file: (key: CaseKey) => Case;
  readonly newChannel: (name: string) => NewChannel | undefined;
  readonly newChannelCount: () => number;
  readonly commit: (draft: Draft) => void;
  readonly changes: () => PlannedChanges;
  /** The cases as they would be now, as far as a later part names them; the others are let go. */
  readonly carriedOn: (isNamedLater: IsNamedLater) => KnownRecords;
}

export interface IsNamedLater {
  readonly lead: (name: string | null) => boolean;
  readonly opportunity: (name: string | null) => boolean;
  readonly deal: (name: string | null) => boolean;
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

/** `channels` are those that earlier parts of the file make. */
export function openDesk(known: KnownRecords, channels: Map<string, NewChannel>, tools: PlanTools): Desk {
  const leads = shelf<KnownLead>(known.leads);
  const opportunities = shelf<KnownOpportunity>(known.opportunities, ({ leadId }) => leadId);
  const deals = shelf<KnownDeal>(known.deals, ({ leadId, opportunityId }) => leadId ?? opportunityId);
  const work = new Map<CaseKey, { after: Case; rows: Transition[] }>();
  const made: Made = { leads: [], opportunities: [], deals: [] };
  const freshChannels: NewChannel[] = [];
  const { batchId } = tools.recording;
  const commit = (draft: Draft) => {
    const before = work.get(draft.key)?.rows ?? [];
    if (draft.rows.length > 0) work.set(draft.key, { after: draft.file, rows: [...before, ...draft.rows] });
    leads.take(marked(draft.leads, batchId), draft.changed.lead);
    opportunities.take(marked(draft.opportunities, batchId), draft.changed.opportunity);
    deals.take(marked(draft.deals, batchId), draft.changed.deal);
    made.leads.push(...draft.leads);
    made.opportunities.push(...draft.opportunities);
    made.deals.push(...draft.deals);
    freshChannels.push(...takeChannels(channels, draft.channels));
  };
  return {
    lead: leads.byExternalId,
    opportunity: opportunities.byExternalId,
    deal: deals.byExternalId,
    opportunitiesOf: ({ id }) => opportunities.of(id),
    dealsOf: deals.of,
    file: (key) => work.get(key)?.after ?? known.cases.get(key) ?? EMPTY_CASE,
    newChannel: (name) => channels.get(fold(name)),
    newChannelCount: () => channels.size,
    commit,
    changes: () => ({
      ...made,
      cases: [...work.values()].map(({ after, rows }) => ({ after, rows, voids: [] as const })),
      leadFacts: leads.changed().map(flat),
      opportunityFacts: opportunities.changed().map(flat),
      dealFacts: deals.changed().map(flat),
      channels: freshChannels,
    }),
    carriedOn: (isNamed) => carriedOn({ leads, opportunities, deals, known, work }, isNamed),
  };
}

/** Takes the channels in and gives those that were not there. */
function takeChannels(known: Map<string, NewChannel>, channels: readonly NewChannel[]): readonly NewChannel[] {
  const fresh = channels.filter(({ nameNorm }) => !known.has(nameNorm));
  for (const channel of channels) known.set(channel.nameNorm, channel);
  return fresh;
}

interface OnDesk {
  readonly leads: Shelf<KnownLead>;
  readonly opportunities: Shelf<KnownOpportunity>;
  readonly deals: Shelf<KnownDeal>;
  readonly known: KnownRecords;
  readonly work: ReadonlyMap<CaseKey, { readonly after: Case }>;
}

function allFiles(
  known: KnownRecords,
  work: ReadonlyMap<CaseKey, { readonly after: Case }>,
): ReadonlyMap<CaseKey, Case> {
  const files = new Map(known.cases);
  for (const [key, { after }] of work) files.set(key, after);
  return files;
}

interface Carried {
  readonly leads: KnownLead[];
  readonly opportunities: KnownOpportunity[];
  readonly deals: KnownDeal[];
}

/** Whole cases: which of its records a later row names is not known before it is read. */
function carriedOn({ leads, opportunities, deals, known, work }: OnDesk, isNamedLater: IsNamedLater): KnownRecords {
  const carried: Carried = { leads: [], opportunities: [], deals: [] };
  const cases = new Map<CaseKey, Case>();
  for (const [key, file] of allFiles(known, work)) {
    const own = {
      leads: file.lead ? leads.at([file.lead.id]) : [],
      opportunities: opportunities.at(file.opportunities.map(({ id }) => id)),
      deals: deals.at(file.deals.map(({ id }) => id)),
    };
    const isNeeded =
      own.leads.some(({ id, facts }) => isNamedLater.lead(id) || isNamedLater.lead(facts.externalId)) ||
      own.opportunities.some(
        (one) => isNamedLater.opportunity(one.id) || isNamedLater.opportunity(one.facts.externalId),
      ) ||
      own.deals.some(({ id, facts }) => isNamedLater.deal(id) || isNamedLater.deal(facts.externalId));
    if (!isNeeded) continue;
    cases.set(key, file);
    carried.leads.push(...own.leads);
    carried.opportunities.push(...own.opportunities);
    carried.deals.push(...own.deals);
  }
  return { ...carried, cases };
}

function flat<K, F extends object>({ id, facts }: { readonly id: K; readonly facts: F }): { readonly id: K } & F {
  return { id, ...facts };
}

/** What is of this import: the mark that later rows of the same file know it by. */
function marked<T extends object>(things: readonly T[], batchId: KnownLead["batchId"]) {
  return things.map((thing) => ({ ...thing, batchId, erased: false, voided: false }));
}

interface Made {
  readonly leads: Draft["leads"][number][];
  readonly opportunities: Draft["opportunities"][number][];
  readonly deals: Draft["deals"][number][];
}

type Shelf<T extends Shelved> = ReturnType<typeof shelf<T>>;

interface Shelved {
  readonly id: string;
  readonly facts: { readonly externalId: string | null };
}

/** Records by id, by external id and by what they belong to; those that were changed are remembered. */
function shelf<T extends Shelved>(things: readonly T[], ownerOf: (thing: T) => CaseKey | null = () => null) {
  const byId = new Map<string, T>();
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
    // Our own export calls a record without a name of its own by its id.
    byExternalId: (externalId: string) => get(ids.get(externalId)) ?? byId.get(externalId),
    at: (wanted: readonly T["id"][]) => wanted.flatMap((id) => get(id) ?? []),
    of: (key: CaseKey) => [...(owned.get(key) ?? [])].flatMap((id) => get(id) ?? []),
    take(fresh: readonly T[], change: Pick<T, "id" | "facts"> | undefined) {
      fresh.forEach(put);
      const before = get(change?.id);
      if (!change || !before) return;
      put({ ...before, facts: change.facts });
      changes.add(change.id);
    },
    changed: () => [...changes].flatMap((id) => get(id) ?? []),
  };
}

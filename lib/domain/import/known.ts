import type { DealKind } from "@/lib/domain/deals/deal";
import type { DealId, ImportBatchId, LeadId, OpportunityId } from "@/lib/domain/ids";
import type { Case } from "@/lib/domain/pipeline/case";

export interface Expected {
  readonly expectedMinor: number | null;
  readonly currency: string | null;
}

export interface LeadFacts extends Expected {
  readonly externalId: string | null;
  readonly name: string | null;
  readonly nameNorm: string | null;
  readonly company: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly note: string;
}

export interface OpportunityFacts extends Expected {
  readonly externalId: string | null;
  readonly name: string | null;
  readonly nameNorm: string | null;
  readonly note: string;
}

export interface DealFacts {
  readonly externalId: string | null;
  readonly kind: DealKind;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly termMonths: number | null;
  readonly signedOn: string | null;
}

interface Known<Id, Facts> {
  readonly id: Id;
  readonly facts: Facts;
  /** The import that made it, if one did. */
  readonly batchId: ImportBatchId | null;
}

/** A record that is there, without what its log tells. */
export type KnownLead = Known<LeadId, LeadFacts> & { readonly erased: boolean };
export type KnownOpportunity = Known<OpportunityId, OpportunityFacts> & {
  readonly leadId: LeadId | null;
  readonly erased: boolean;
};
export type KnownDeal = Known<DealId, DealFacts> & {
  readonly leadId: LeadId | null;
  readonly opportunityId: OpportunityId | null;
  readonly voided: boolean;
};

/** How a case is found: by its lead, or by its opportunity when it has none. */
export type CaseKey = LeadId | OpportunityId;

/** All records that the rows of a file name, or that belong to those. */
export interface KnownRecords {
  readonly leads: readonly KnownLead[];
  readonly opportunities: readonly KnownOpportunity[];
  readonly deals: readonly KnownDeal[];
  readonly cases: ReadonlyMap<CaseKey, Case>;
}

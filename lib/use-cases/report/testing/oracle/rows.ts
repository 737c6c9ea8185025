/** One row of the log, as plain as the database gives it. */
export interface LogRow {
  readonly id: string;
  readonly seq: number;
  readonly recordedAt: Date;
  readonly subject: string;
  readonly leadId: string | null;
  readonly opportunityId: string | null;
  readonly fromKind: string | null;
  readonly toKind: string | null;
  readonly fromStageId: string | null;
  readonly toStageId: string | null;
  readonly lostReasonId: string | null;
  readonly channelId: string | null;
  readonly campaignId: string | null;
  readonly ownerId: string | null;
  readonly occurredAt: Date | null;
  readonly occurredOn: string | null;
  readonly dateOnly: boolean;
  readonly undoesId: string | null;
}

/** What is asked of the oracle. Everything is plain, so that it shares nothing with the product but the words. */
export interface Question {
  readonly seq: number;
  readonly at: Date;
  readonly timeZone: string;
  readonly windowDays: number | null;
  readonly basis: "start" | "decision";
  readonly leadConvertsAt: "customer" | "opportunity";
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly channels: readonly string[];
  readonly campaigns: readonly string[];
  readonly owners: readonly string[];
}

/** Whom a count counts, and where: under whom it came, and on which local day. */
export interface Found {
  readonly id: string;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly owner: string | null;
  readonly day: string | null;
}

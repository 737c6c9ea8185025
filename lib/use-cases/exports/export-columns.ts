import type { sliceDealsAsked, sliceLeadsAsked, sliceLog, sliceOpportunitiesAsked } from "@/db/queries/exports";
import type { CsvColumn } from "@/lib/csv/write-csv";
import { minorDigits } from "@/lib/domain/input/currency";
import type { ExportNames } from "./export-names";

type Row<Slice extends (...given: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<Slice>>[number];
type Cell = string | number | null;

/** A column of an export: its English name, what its cells are, and how a row fills it. */
export interface ExportColumn<T> extends CsvColumn {
  readonly cell: (row: T, names: ExportNames) => Cell;
}

/** In the columns that an import reads, so that what was exported can be imported. */
export const LEAD_COLUMNS: readonly ExportColumn<Row<typeof sliceLeadsAsked>>[] = [
  text("external_id", ({ externalId, id }) => externalId ?? id),
  text("name", ({ name }) => name),
  text("company", ({ company }) => company),
  text("email", ({ email }) => email),
  text("phone", ({ phone }) => phone),
  text("channel", ({ channelId }, { channel }) => channel(channelId)),
  text("campaign", ({ campaignId }, { campaign }) => campaign(campaignId)),
  text("owner", ({ ownerId }, { member }) => member(ownerId)),
  typed("came_in_on", ({ cameInDay }) => cameInDay),
  typed("qualified_on", ({ qualifiedDay }) => qualifiedDay),
  typed("customer_on", ({ kind, decidedDay }) => (kind === "customer" ? decidedDay : null)),
  typed("not_a_fit_on", ({ kind, decidedDay }) => (kind === "not_a_fit" ? decidedDay : null)),
  typed("excluded_as", ({ excludedAs }) => excludedAs),
  text("stage", ({ stageId }, { stage }) => stage(stageId)),
  typed("amount", ({ expectedMinor, currency }) => decimal(expectedMinor, currency)),
  typed("currency", ({ currency }) => currency),
  text("note", ({ note }) => note),
];

export const OPPORTUNITY_COLUMNS: readonly ExportColumn<Row<typeof sliceOpportunitiesAsked>>[] = [
  text("external_id", ({ externalId, id }) => externalId ?? id),
  text("lead_external_id", ({ leadRef }) => leadRef),
  text("name", ({ name }) => name),
  text("channel", ({ channelId }, { channel }) => channel(channelId)),
  text("campaign", ({ campaignId }, { campaign }) => campaign(campaignId)),
  text("owner", ({ ownerId }, { member }) => member(ownerId)),
  typed("opened_on", ({ openedDay }) => openedDay),
  text("stage", ({ stageId }, { stage }) => stage(stageId)),
  typed("won_on", ({ kind, closedDay }) => (kind === "won" ? closedDay : null)),
  typed("lost_on", ({ kind, closedDay }) => (kind === "lost" ? closedDay : null)),
  text("lost_reason", ({ lostReasonId }, { lostReason }) => lostReason(lostReasonId)),
  typed("amount", ({ expectedMinor, currency }) => decimal(expectedMinor, currency)),
  typed("currency", ({ currency }) => currency),
];

export const DEAL_COLUMNS: readonly ExportColumn<Row<typeof sliceDealsAsked>>[] = [
  text("external_id", ({ externalId, id }) => externalId ?? id),
  text("lead_external_id", ({ leadRef }) => leadRef),
  text("opportunity_external_id", ({ opportunityRef }) => opportunityRef),
  typed("signed_on", ({ signedOn }) => signedOn),
  typed("amount", ({ amountMinor, currency }) => decimal(amountMinor, currency)),
  typed("currency", ({ currency }) => currency),
  typed("kind", ({ kind }) => kind),
  typed("term_months", ({ termMonths }) => termMonths),
  typed("voided_at", ({ voidedAt }) => voidedAt && voidedAt.toISOString()),
];

export const TRANSITION_COLUMNS: readonly ExportColumn<Row<typeof sliceLog>>[] = [
  typed("seq", ({ seq }) => seq),
  typed("subject", ({ subject }) => subject),
  text("lead_external_id", ({ leadRef }) => leadRef),
  text("opportunity_external_id", ({ opportunityRef }) => opportunityRef),
  text("from_stage", ({ fromStageId }, { stage }) => stage(fromStageId)),
  typed("from_kind", ({ fromKind }) => fromKind),
  text("to_stage", ({ toStageId }, { stage }) => stage(toStageId)),
  typed("to_kind", ({ toKind }) => toKind),
  text("channel", ({ channelId }, { channel }) => channel(channelId)),
  text("campaign", ({ campaignId }, { campaign }) => campaign(campaignId)),
  text("owner", ({ ownerId }, { member }) => member(ownerId)),
  text("lost_reason", ({ lostReasonId }, { lostReason }) => lostReason(lostReasonId)),
  typed("excluded_as", ({ excludedAs }) => excludedAs),
  typed("occurred_on", ({ occurredOn }) => occurredOn),
  // Of a bare date the moment is our reading of it, not what somebody told.
  typed("occurred_at", ({ occurredAt, dateOnly }) =>
    dateOnly || occurredAt === null ? null : occurredAt.toISOString(),
  ),
  typed("recorded_at", ({ recordedAt }) => recordedAt.toISOString()),
  typed("is_undo", ({ isUndo }) => (isUndo ? "yes" : "no")),
  typed("fault", ({ fault }) => fault),
];

function text<T>(header: string, cell: ExportColumn<T>["cell"]): ExportColumn<T> {
  return { header, kind: "text", cell };
}

function typed<T>(header: string, cell: ExportColumn<T>["cell"]): ExportColumn<T> {
  return { header, kind: "typed", cell };
}

/** An amount as spreadsheets and imports read it in any language: no group signs, a point before its decimals. */
function decimal(minor: number | null, currency: string | null): string | null {
  if (minor === null || currency === null) return null;
  const digits = minorDigits(currency);
  const signs = String(minor).padStart(digits + 1, "0");
  return digits === 0 ? signs : `${signs.slice(0, -digits)}.${signs.slice(-digits)}`;
}

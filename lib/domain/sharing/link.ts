import type { CampaignId, ChannelId, UserId } from "@/lib/domain/ids";
import type { Basis, LeadConvertsAt } from "@/lib/domain/metrics/parts";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import { type PeriodChoice, resolvePeriod } from "@/lib/domain/period";

/** Frozen: the figures as they were when the link was made. Live: a copy that is renewed once a day. */
export const LINK_MODES = ["frozen", "live"] as const;
export type LinkMode = (typeof LINK_MODES)[number];

/** What of the team's report a link publishes. A visitor chooses among it and never widens it. */
export interface LinkScope {
  readonly filters: LinkFilters;
  /** The periods a visitor may choose from; the first is shown first. */
  readonly ranges: readonly PeriodChoice[];
  /** Whether a visitor may look at one channel alone. */
  readonly mayNarrow: boolean;
}

/** Always in force: no visitor can take them off. */
export interface LinkFilters {
  readonly basis: Basis;
  readonly channels: readonly (ChannelId | "none")[];
  readonly campaigns: readonly (CampaignId | "none")[];
  readonly owners: readonly (UserId | "none")[];
}

/** What a link shows beyond the figures. All of it is off unless somebody ticked it. */
export interface LinkShows {
  readonly csv: boolean;
  readonly owners: boolean;
  readonly money: boolean;
  /** The report's name in the preview that chat programs draw. */
  readonly nameInPreview: boolean;
  /** Counts from 1 to 4, which could point at a person. */
  readonly smallCounts: boolean;
}

/** What a copy is made from. */
export interface PublishedLink {
  readonly name: string;
  readonly locale: "nb" | "en";
  readonly mode: LinkMode;
  readonly scope: LinkScope;
  readonly shows: LinkShows;
}

/** Which copy: the nth of the listed ranges, and 0 for all channels or the nth of them, by name. */
export interface CopyPlace {
  readonly range: number;
  readonly channel: number;
}

/** The shared report as it is stored: canonical JSON, on whose very bytes the digest is taken. */
export interface StoredCopy extends CopyPlace {
  readonly content: string;
}

/** The same periods in the same order, each once. */
export function listedRanges(first: PeriodChoice, others: readonly NamedPeriod[]): readonly PeriodChoice[] {
  return [first, ...new Set(others.filter((key) => key !== first.key))].map((each) =>
    typeof each === "string" ? { key: each } : each,
  );
}

export type NamedPeriod = Exclude<PeriodChoice["key"], "custom">;

export const RANGES_MAX = 10;
export const LINK_DAYS = [7, 30, 90, 365] as const;
export type LinkDays = (typeof LINK_DAYS)[number];
/** The creator is told this long before the end. */
export const WARNING_DAYS = 7;

/** The question that one listed range asks of the report. `today` is the team's local date. */
export function queryOfRange(
  { filters }: LinkScope,
  periodChoice: PeriodChoice,
  { today, leadConvertsAt }: { readonly today: string; readonly leadConvertsAt: LeadConvertsAt },
): ReportQuery {
  return { ...filters, periodChoice, period: resolvePeriod(periodChoice, today), leadConvertsAt };
}

/** Where a visitor knocks. All of them pass one door. */
export const SURFACES = ["page", "metadata", "image", "data", "csv", "embed", "unlock", "seen"] as const;
export type Surface = (typeof SURFACES)[number];

export type LinkState = "open" | "locked" | "gone";

export interface LinkToJudge {
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
  /** Whether its team is there and shares, and its creator may still do so. */
  readonly isEntitled: boolean;
  readonly hasPassword: boolean;
  readonly embedOrigins: readonly string[];
  readonly shows: Pick<LinkShows, "csv">;
}

/** What a visitor finds at this moment. Ended at the very instant of expiry; the order is that of the door. */
export function linkState(
  link: LinkToJudge,
  { surface, isUnlocked }: { readonly surface: Surface; readonly isUnlocked: boolean },
  now: Date,
): LinkState {
  if (link.revokedAt !== null || link.expiresAt <= now || !link.isEntitled) return "gone";
  if (!isOffered(link, surface)) return "gone";
  return link.hasPassword && !isUnlocked && surface !== "unlock" ? "locked" : "open";
}

/** A frame has neither cookie nor form, so nothing with a password is shown in one. */
function isOffered({ shows, embedOrigins, hasPassword }: LinkToJudge, surface: Surface): boolean {
  switch (surface) {
    case "csv":
      return shows.csv;
    case "embed":
      return embedOrigins.length > 0 && !hasPassword;
    case "unlock":
      return hasPassword;
    case "page":
    case "metadata":
    case "image":
    case "data":
    case "seen":
      return true;
  }
}

import type { DealKind } from "@/lib/domain/deals/deal";
import type { FindingCode } from "@/lib/domain/diagnosis/diagnose";
import type { BaseKind } from "@/lib/domain/diagnosis/judge-step";
import type { Basis, LeadConvertsAt } from "@/lib/domain/metrics/parts";
import type { MiddleBlock } from "@/lib/domain/metrics/report-blocks";
import type { Period, PeriodChoice } from "@/lib/domain/period";
import type { Subject } from "@/lib/domain/pipeline/kinds";
import type { LinkMode } from "./link";

/** A count, or that it is not shown: one word for all of them, whatever their size. */
export type Shown = number | "hidden";

/** What is divided from counts that are not shown is not shown. `null`: could not happen. */
export interface SharedRate {
  readonly hits: Shown;
  readonly trials: Shown;
  readonly value: Shown | null;
  readonly low: Shown | null;
  readonly high: Shown | null;
  readonly preliminary: boolean;
}

export interface SharedRates {
  readonly leadConversionRate: SharedRate;
  readonly qualificationRate: SharedRate;
  readonly opportunityConversionRate: SharedRate;
  /** `null` by decision date. */
  readonly step2: SharedRate | null;
}

export interface SharedRow {
  /** A name, or a month or quarter; `null`: the unattributed, or what has no date. */
  readonly name: string | null;
  readonly rates: SharedRates;
}

/** The parts of one set of leads; by start date only. */
export interface SharedStrip {
  readonly leads: Shown;
  readonly qualified: Shown;
  readonly open: Shown;
  readonly notAFit: Shown;
  readonly direct: Shown;
  readonly sold: Shown;
  readonly qualifiedOpen: Shown;
  readonly qualifiedLost: Shown;
  readonly customers: Shown;
}

export interface SharedTotal {
  readonly rates: SharedRates;
  /** What each rate has not decided; `null` by decision date. */
  readonly open: { readonly leadConversionRate: Shown; readonly opportunityConversionRate: Shown } | null;
  readonly strip: SharedStrip | null;
}

export interface SharedStage {
  readonly name: string;
  readonly subject: Subject;
}

export interface SharedReach {
  /** The last is becoming a customer by way of an opportunity, which is no stage. */
  readonly steps: readonly { readonly stage: SharedStage | null; readonly leads: Shown }[];
}

export interface SharedLosses {
  readonly total: Shown;
  readonly stages: readonly SharedLoss[];
  readonly reasons: readonly SharedLoss[];
  readonly notAFit: Shown;
}

/** `null`: nobody said. */
export interface SharedLoss {
  readonly name: string | null;
  readonly lost: Shown;
}

/** Days until a quarter, half and three quarters have left a stage; `null` where too few have been there, or stay. */
export interface SharedTime {
  readonly stage: SharedStage;
  readonly quarterDays: number | null;
  readonly medianDays: number | null;
  readonly threeQuartersDays: number | null;
}

export interface SharedAmount {
  readonly minor: Shown | null;
  readonly currency: string | null;
}

export interface SharedMoney {
  readonly won: readonly {
    readonly kind: DealKind;
    readonly per: "month" | "once";
    readonly deals: Shown;
    readonly amount: SharedAmount;
  }[];
  /** One for each channel and currency; `isTotal` for all channels. */
  readonly rows: readonly {
    readonly name: string | null;
    readonly isTotal: boolean;
    readonly value: SharedAmount;
    readonly perLead: SharedAmount;
  }[];
}

/** What the report says in words: shares, never counts. */
export interface SharedFinding {
  readonly code: FindingCode;
  /** `null`: of the whole team. */
  readonly channel: string | null;
  readonly firstIn: string | null;
  readonly bases: readonly [SharedBase, SharedBase];
}

export interface SharedBase {
  readonly kind: BaseKind;
  /** In whole per cent. */
  readonly percent: number;
}

/** Everything that leaves the team by a report link, and nothing else: what is not named here is not shared. */
export interface SharedReport {
  readonly format: 1;
  readonly mode: LinkMode;
  readonly basis: Basis;
  readonly leadConvertsAt: LeadConvertsAt;
  readonly periodKey: PeriodChoice["key"];
  readonly period: Period | null;
  readonly timeZone: string;
  /** The moment that all of it is of. */
  readonly asOf: string;
  /** Invented records of a team that has none of its own yet. */
  readonly isSample: boolean;
  /** Whether small counts are left out, and whether any was. */
  readonly hidesSmall: boolean;
  readonly isHiding: boolean;
  /** What the link is of, by name; `null` among them is the unattributed. None: all. */
  readonly filters: {
    readonly channels: readonly (string | null)[];
    readonly campaigns: readonly (string | null)[];
    readonly isByOwner: boolean;
  };
  /** What a visitor may narrow it to, in the order of the copies; empty where not allowed. */
  readonly narrowing: readonly (string | null)[];
  /** Of `narrowing`, the one that this copy is of, from 1; 0: all of them. */
  readonly narrowedTo: number;
  readonly blocks: readonly MiddleBlock[];
  readonly total: SharedTotal;
  readonly findings: readonly SharedFinding[];
  readonly channels: readonly SharedRow[];
  readonly campaigns: readonly SharedRow[];
  readonly trend: { readonly unit: "month" | "quarter"; readonly rows: readonly SharedRow[] } | null;
  readonly reach: SharedReach | null;
  readonly losses: SharedLosses | null;
  readonly times: readonly SharedTime[] | null;
  readonly owners: readonly SharedRow[] | null;
  readonly money: SharedMoney | null;
}

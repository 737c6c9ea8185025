import type { Held } from "@/lib/domain/diagnosis/report-findings";
import type { Losses } from "@/lib/domain/metrics/losses";
import type { Money } from "@/lib/domain/metrics/money";
import type { Reach } from "@/lib/domain/metrics/reach";
import type { Report, ReportRow } from "@/lib/domain/metrics/report";
import type { MiddleBlock } from "@/lib/domain/metrics/report-blocks";
import type { StageTime } from "@/lib/domain/metrics/stage-times";
import type { LinkMode } from "./link";
import type { PrintedRates } from "./rate-cells";
import type { SharedReport } from "./shared-report";

/** All that the copies of one range are made from, as the team itself sees it: before anything is left out. */
export interface ShareMaterial {
  readonly mode: LinkMode;
  readonly hidesSmall: boolean;
  readonly mayNarrow: boolean;
  readonly report: Report;
  readonly held: Held;
  readonly filters: SharedReport["filters"];
  /** The channel of each campaign. */
  readonly channelOf: ReadonlyMap<string, string>;
  /** What a visitor may narrow it to: the same in every range. */
  readonly narrowing: readonly { readonly key: string | null; readonly name: string | null }[];
  /** What a report of one channel holds beside its row, by the channel's key: of every channel, or of none. */
  readonly ofChannel: ReadonlyMap<string | null, ChannelMaterial>;
  readonly blocks: readonly MiddleBlock[];
  readonly trend: ShareTrend | null;
  readonly reach: Reach | null;
  readonly losses: Losses | null;
  readonly times: readonly StageTime[] | null;
  /** Only where they are to be shown. */
  readonly owners: readonly ReportRow[] | null;
  readonly money: Money | null;
}

/** Of all channels in the same unit, so that they add up to the whole. */
export type ChannelMaterial = Pick<ShareMaterial, "trend" | "reach" | "losses" | "times">;

export interface ShareTrend {
  readonly unit: "month" | "quarter";
  readonly rows: readonly TimeRow[];
}

/** A month or a quarter; `null`: without a date. */
export interface TimeRow {
  readonly key: string | null;
  readonly rates: PrintedRates;
}

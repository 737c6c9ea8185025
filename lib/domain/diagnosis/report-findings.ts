import { againstTheRest } from "@/lib/domain/metrics/against-the-rest";
import { channelCells, type Step, stepRate } from "@/lib/domain/metrics/channel-cells";
import type { Rates } from "@/lib/domain/metrics/rates-of";
import type { ReportRow } from "@/lib/domain/metrics/report";
import type { Comparison } from "@/lib/domain/period";
import { diagnose, type Finding, type Steps } from "./diagnose";
import { judgeStep } from "./judge-step";

/** What a report is held against, the first that there is: targets, the period before, and for a channel the others. */
export interface Held {
  /** Of the team (`null`) or a channel, 0–1. */
  readonly targetOf: (channel: string | null, aim: Aim) => number | null;
  /** `null`: nothing is asked to be compared with, or there is no such period. */
  readonly before: Before | null;
}

/** What a target can be of: a step, which the diagnosis judges, or one of the two rates. */
export type Aim = Step | "leadConversionRate" | "opportunityConversionRate";

/** The same question of the period compared with. */
export interface Before {
  readonly compare: "prev" | "year";
  readonly comparison: Comparison;
  readonly total: Rates;
  /** By channel; `null` is the unattributed. Absent: nothing counted there. */
  readonly channels: ReadonlyMap<string | null, Rates>;
}

/** What a report says of a team and its channels: at most three findings, none by decision date, which has no step 2. */
export function reportFindings(report: Rows, held: Held): readonly Finding<string>[] {
  if (report.total.rates.step2 === null) return [];
  const { team, channels } = judged(report, held);
  return diagnose(team, channels);
}

/** What is said of one channel alone, if anything. */
export function channelFinding(report: Rows, held: Held, channel: string): Finding<string> | null {
  if (report.total.rates.step2 === null) return null;
  const own = judged(report, held).channels.filter(({ key }) => key === channel);
  return diagnose(NOTHING, own)[0] ?? null;
}

interface Rows {
  readonly total: ReportRow;
  readonly channels: readonly ReportRow[];
}

const NOTHING: Steps = { step1: null, step2: null };

function judged({ total, channels }: Rows, { targetOf, before }: Held) {
  const named = channels.filter((row) => row.key !== null && row.name !== null);
  const rest = againstTheRest(channelCells(channels));
  const judge = (row: ReportRow, channel: string | null, was: Rates | null, step: Step) =>
    judgeStep({
      rate: stepRate(row.rates, step),
      target: targetOf(channel, step),
      previous: was === null ? null : stepRate(was, step),
      compare: before?.compare ?? "prev",
      rest: rest.find((cell) => channel !== null && cell.row === channel && cell.column === step) ?? null,
    });
  const steps = (row: ReportRow, channel: string | null, was: Rates | null) => ({
    step1: judge(row, channel, was, "step1"),
    step2: judge(row, channel, was, "step2"),
  });
  return {
    team: steps(total, null, before?.total ?? null),
    channels: named.map((row) => {
      const key = row.key ?? "";
      return { key, ...steps(row, key, before?.channels.get(key) ?? null) };
    }),
  };
}

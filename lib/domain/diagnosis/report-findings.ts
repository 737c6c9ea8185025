import { againstTheRest } from "@/lib/domain/metrics/against-the-rest";
import { channelCells, type Step, stepRate } from "@/lib/domain/metrics/channel-cells";
import type { Rates } from "@/lib/domain/metrics/rates-of";
import type { ReportRow } from "@/lib/domain/metrics/report";
import { diagnose, type Finding } from "./diagnose";
import { judgeStep } from "./judge-step";

/** What a report is held against, the first that there is: targets, the period before, and for a channel the others. */
export interface Held {
  /** Of the team (`null`) or a channel, 0–1. */
  readonly targetOf: (channel: string | null, step: Step) => number | null;
  readonly previous: Rates | null;
  readonly previousOf: (channel: string) => Rates | null;
}

/** What a report says of a team and its channels: at most three findings, none by decision date, which has no step 2. */
export function reportFindings(
  { total, channels }: { readonly total: ReportRow; readonly channels: readonly ReportRow[] },
  { targetOf, previous, previousOf }: Held,
): readonly Finding<string>[] {
  if (total.rates.step2 === null) return [];
  const named = channels.filter((row) => row.key !== null && row.name !== null);
  const rest = againstTheRest(channelCells(channels));
  const judge = (row: ReportRow, channel: string | null, before: Rates | null, step: Step) =>
    judgeStep({
      rate: stepRate(row.rates, step),
      target: targetOf(channel, step),
      previous: before === null ? null : stepRate(before, step),
      rest: rest.find((cell) => channel !== null && cell.row === channel && cell.column === step) ?? null,
    });
  const steps = (row: ReportRow, channel: string | null, before: Rates | null) => ({
    step1: judge(row, channel, before, "step1"),
    step2: judge(row, channel, before, "step2"),
  });
  return diagnose(
    steps(total, null, previous),
    named.map((row) => {
      const key = row.key ?? "";
      return { key, ...steps(row, key, previousOf(key)) };
    }),
  );
}

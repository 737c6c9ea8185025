import fc from "fast-check";
import { act } from "@/db/testing/history";
import { asId, type CampaignId, type ChannelId, type Id, type UserId } from "@/lib/domain/ids";
import { GROUPINGS, type Grouping } from "@/lib/domain/metrics/grouping";
import type { ReportQuery } from "@/lib/domain/metrics/report-query";
import type { LogRow } from "./oracle/rows";

export const HISTORIES_EACH = 5;

export interface Cell {
  readonly by: Grouping;
  readonly basis: "start" | "decision";
  readonly leadConvertsAt: "customer" | "opportunity";
  readonly isPast: boolean;
  readonly isWindow: boolean;
}
export const CELL: Cell = { by: "none", basis: "start", leadConvertsAt: "customer", isPast: false, isWindow: false };
const BOTH = [false, true];
export const CELLS: readonly Cell[] = GROUPINGS.flatMap((by) =>
  (["start", "decision"] as const).flatMap((basis) =>
    (["customer", "opportunity"] as const).flatMap((leadConvertsAt) =>
      BOTH.flatMap((isPast) => BOTH.map((isWindow) => ({ by, basis, leadConvertsAt, isPast, isWindow }))),
    ),
  ),
);

const choices = fc.record({
  period: fc.constantFrom(
    null,
    null,
    { from: "2026-06-01", to: "2026-12-01" },
    { from: "2026-10-01", to: "2026-11-11" },
    { from: "2025-12-31", to: "2026-07-02" },
  ),
  windowDays: fc.constantFrom(1, 7, 30, 90),
  /** How much of the log is heard. */
  heard: fc.double({ min: 0, max: 1, noNaN: true }),
  byMoment: fc.boolean(),
  filter: fc.constantFrom("all", "all", "channel", "campaign", "owner", "two", "none"),
  nth: fc.nat(9),
});
/** A team's life: one short history after the other, and after each of them a question. */
export const lives = fc.array(
  fc.record({
    history: fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    choice: choices,
  }),
  { minLength: HISTORIES_EACH, maxLength: HISTORIES_EACH },
);
export type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

/** The question of a cell about what the log holds. */
export function queryOf(asked: Choices & Cell, log: readonly LogRow[], heard: LogRow | undefined): ReportQuery {
  const { period, basis, leadConvertsAt, filter, nth } = asked;
  const used = log[nth % Math.max(log.length, 1)];
  const [channel, owner] = [idOrNone<ChannelId>(used?.channelId), idOrNone<UserId>(used?.ownerId)];
  // One of two, of each of two.
  const channels = { channel, two: [...channel, "none"] as const, none: ["none"] as const };
  const owners = { owner, two: [...owner, ...idOrNone<UserId>(log.at(-1)?.ownerId)] };
  const at = { at: heard?.recordedAt ?? new Date(0) };
  return {
    ...{ period, periodChoice: period === null ? { key: "all" } : { key: "custom", period }, basis, leadConvertsAt },
    channels: pick(channels, filter),
    campaigns: filter === "campaign" ? idOrNone<CampaignId>(used?.campaignId) : [],
    owners: pick(owners, filter),
    ...(asked.isPast ? { asOf: asked.byMoment || heard === undefined ? at : { ...at, seq: heard.seq } } : {}),
    ...(asked.isWindow ? { windowDays: asked.windowDays } : {}),
  };
}

function pick<T>(choices: Readonly<Record<string, readonly T[]>>, filter: string): readonly T[] {
  return choices[filter] ?? [];
}

function idOrNone<T extends Id<string>>(id: string | null | undefined): readonly (T | "none")[] {
  return [id ? asId<T>(id) : "none"];
}

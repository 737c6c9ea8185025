import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { asId, type StageId } from "@/lib/domain/ids";
import { standing, type Transition } from "@/lib/domain/pipeline/transition";
import { kaplanMeier, survivalQuantile, type Observation } from "@/lib/domain/stats/kaplan-meier";
import { present, vectors } from "@/lib/domain/testing/vectors";
import { timeInStage, visitsOf } from "./time-in-stage";

describe("a stage is timed by every visit, open ones included", () => {
  const number = z.number();
  const row = z.object({ id: number, record: z.string(), to: z.string(), day: number, undoes: number.optional() });
  const visit = z.object({ record: z.string(), days: number, completed: number });
  const shape = {
    ...{ stage: z.string(), asOfDay: number, transitions: z.array(row).min(1), visits: z.array(visit) },
    ...{ median: number, medianOfCompletedOnly: number },
  };
  test.each(vectors("timeInStage", shape))("$id: median $median and not $medianOfCompletedOnly ($source)", (vector) => {
    const records = [...new Set(vector.transitions.map((each) => each.record))];
    const visits = records.flatMap((record) => {
      const rows = logOf(vector.transitions.filter((each) => each.record === record));
      const seen = visitsOf(standing(rows), asId<StageId>(vector.stage), { zone: "UTC", asOf: day(vector.asOfDay) });
      return seen.map(({ time, event }) => ({ record, days: time, completed: event ? 1 : 0 }));
    });
    expect(visits).toEqual(vector.visits);
    const observed = visits.map(({ days, completed }) => ({ time: days, event: completed === 1 }));
    expect(median(observed)).toBe(vector.median);
    expect(median(observed.filter((each) => each.event))).toBe(vector.medianOfCompletedOnly);
  });
});

const STAGES = ["demo", "trial", "proposal", "won"] as const;
const moves = fc.array(fc.record({ to: fc.constantFrom(...STAGES), days: fc.nat(9) }), { minLength: 1, maxLength: 12 });
const lived = moves.map((rows) => {
  let passed = 0;
  return rows.map(({ to, days }, id) => ({ id, to, day: (passed += days) }));
});
const visitsAt = (rows: Parameters<typeof logOf>[0], stage: string) =>
  visitsOf(standing(logOf(rows)), asId<StageId>(stage), { zone: "UTC", asOf: day(200) });

it("a move and its undo change nothing, whatever was before and comes after", () => {
  const life = lived.chain((rows) => fc.tuple(fc.constant(rows), fc.nat(rows.length - 1), fc.constantFrom(...STAGES)));
  fc.assert(
    fc.property(life, fc.constantFrom(...STAGES), ([rows, place, to], stage) => {
      const [before, after] = [rows.slice(0, place + 1), rows.slice(place + 1)];
      const { to: back, day: on } = present(before.at(-1));
      const pair = [
        { id: 90, to, day: on },
        { id: 91, to: back, day: on, undoes: 90 },
      ];
      expect(visitsAt([...before, ...pair, ...after], stage)).toEqual(visitsAt(rows, stage));
    }),
  );
});

it("what entered a stage has moved on, moved back, been lost or won, or is still there", () => {
  fc.assert(
    fc.property(lived, fc.constantFrom(...STAGES), (rows, stage) => {
      const entered = rows.filter(({ to }, at) => to === stage && rows[at - 1]?.to !== stage).length;
      const left = rows.filter(({ to }, at) => to !== stage && rows[at - 1]?.to === stage).length;
      const visits = visitsAt(rows, stage);
      expect(visits.filter(({ event }) => event)).toHaveLength(left);
      expect(visits.filter(({ event }) => !event)).toHaveLength(rows.at(-1)?.to === stage ? 1 : 0);
      expect(visits).toHaveLength(entered);
    }),
  );
});

it("a row that keeps the stage ends no visit", () => {
  const rows = ["proposal", "proposal", "won"].map((to, index) => ({ id: index, to, day: index * 3 }));
  const visits = visitsOf(logOf(rows), asId<StageId>("proposal"), { zone: "UTC", asOf: day(8) });
  expect(visits).toEqual([{ time: 6, event: true }]);
});

it("an exit before its entry, and one that nobody dated, have no length", () => {
  const at = { zone: "UTC", asOf: day(8) };
  const entry = { id: 1, to: "proposal", day: 5 };
  const visits = (exit: Parameters<typeof logOf>[0][number]) =>
    visitsOf(logOf([entry, exit]), asId<StageId>("proposal"), at);
  expect(visits({ id: 2, to: "won", day: 2 })).toEqual([]);
  expect(visits({ id: 2, to: "won", day: null })).toEqual([]);
});

it("9 visits give no median and 19 exits no limit for stuck; 10 and 20 do", () => {
  expect(timeInStage(exits(9)).medianDays).toBeNull();
  expect(timeInStage(exits(10))).toMatchObject({ visits: 10, medianDays: 5, stuckAfterDays: null });
  expect(timeInStage(exits(19)).stuckAfterDays).toBeNull();
  expect(timeInStage(exits(20))).toMatchObject({ completed: 20, medianDays: 10, stuckAfterDays: 15 });
});

it("more than half still there: no median, never the last day seen", () => {
  expect(timeInStage([...exits(4), { time: 90, event: false, count: 6 }])).toMatchObject({
    visits: 10,
    medianDays: null,
  });
});

function exits(count: number): Observation[] {
  return Array.from({ length: count }, (_, index) => ({ time: index + 1, event: true }));
}

function median(visits: readonly Observation[]) {
  return survivalQuantile(kaplanMeier(visits), 0.5);
}

function day(number: number): Date {
  return new Date(Date.UTC(2026, 0, 1 + number));
}

/** One record's log; what is not about time and place is empty. */
function logOf(
  rows: readonly {
    readonly id: number;
    readonly to: string;
    readonly day: number | null;
    readonly undoes?: number | undefined;
  }[],
): Transition[] {
  return rows.map(({ id, to, undoes, ...row }, index) => ({
    ...{ leadId: null, opportunityId: null, fromKind: null, toKind: null, lostReasonId: null, excludedAs: null },
    ...{
      channelId: null,
      campaignId: null,
      ownerId: null,
      causeId: null,
      fault: null,
      batchId: null,
      subject: "opportunity",
    },
    id: asId(String(id)),
    undoesId: undoes === undefined ? null : asId(String(undoes)),
    fromStageId: index === 0 ? null : asId(rows[index - 1]?.to ?? ""),
    toStageId: asId(to),
    occurredAt: row.day === null ? null : day(row.day),
    occurredOn: row.day === null ? null : day(row.day).toISOString().slice(0, 10),
    dateOnly: false,
  }));
}

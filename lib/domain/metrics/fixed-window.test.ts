import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { duration, type Moment } from "@/lib/domain/period";
import { expectWithin, vectors } from "@/lib/domain/testing/vectors";
import { fixedWindow, type WindowRecord } from "./fixed-window";

const days = fc.double({ min: 0, max: 400, noNaN: true });

describe("fixedWindow counts records of age by what they did in time", () => {
  const number = z.number();
  const moment = z.string().optional();
  const record = z.object({
    key: z.string(),
    start: z.string(),
    converted: moment,
    excluded: z.boolean().default(false),
  });
  const shape = {
    ...{ zone: z.string(), asOf: z.string(), days: number, n: number, x: number, rate: number },
    ...{ tooYoung: number, faults: number, excluded: number, records: z.array(record).min(1) },
    classes: z.record(z.string(), z.string()),
  };
  const IN_N_X: Readonly<Record<string, readonly [number, number]>> = { converted: [1, 1], notWithin: [1, 0] };
  test.each(vectors("fixedWindow", shape))("$id: $x of $n ($source)", ({ zone, tolerance, ...vector }) => {
    const seen = (each: z.output<typeof record>): WindowRecord => {
      const [start, age] = [momentOf(each.start), duration(zone, momentOf(each.start), momentOf(vector.asOf))];
      const converted = each.converted === undefined ? null : duration(zone, start, momentOf(each.converted));
      return { ageDays: age.fault ? Number.NaN : age.days, converted, excluded: each.excluded };
    };
    const window = fixedWindow(vector.records.map(seen), vector.days);
    expect(window.rate).toMatchObject({ hits: vector.x, trials: vector.n });
    expectWithin(window.rate.value, vector.rate, tolerance);
    expect(window).toMatchObject({ tooYoung: vector.tooYoung, faults: vector.faults, excluded: vector.excluded });
    for (const each of vector.records) {
      const alone = fixedWindow([seen(each)], vector.days);
      const [trials, hits] = IN_N_X[vector.classes[each.key] ?? ""] ?? [0, 0];
      expect([each.key, alone.rate.trials, alone.rate.hits]).toEqual([each.key, trials, hits]);
    }
  });
});

it("a lead of 60 days that became a customer on day 5 is in neither count of the 90-day rate", () => {
  const early = { ageDays: 60, converted: { fault: false, days: 5 } } as const;
  expect(fixedWindow([early], 90)).toMatchObject({ rate: { hits: 0, trials: 0 }, tooYoung: 1 });
});

it("nothing after the window changes it: open on day 100 or won on day 91, asked then or a year later, is 0 of 1", () => {
  const window = (ageDays: number, converted: WindowRecord["converted"]) => fixedWindow([{ ageDays, converted }], 90);
  expect(window(100, null)).toEqual(window(465, null));
  expect(window(465, { fault: false, days: 91 })).toEqual(window(100, null));
});

it("nothing after a record's start and window changes it, whenever it is asked and whatever became of it", () => {
  const later = fc.record({ window: fc.integer({ min: 1, max: 200 }), age: days, wait: days, end: fc.option(days) });
  fc.assert(
    fc.property(later, ({ window, age, wait, end }) => {
      const converted = end === null ? null : ({ fault: false, days: end } as const);
      const at = (ageDays: number) => {
        const isKnown = converted !== null && converted.days <= ageDays;
        return fixedWindow([{ ageDays, converted: isKnown ? converted : null }], window);
      };
      expect(at(window + age + wait)).toEqual(at(window + age));
    }),
  );
});

it("hits never fall as the window grows over the same records", () => {
  const old = fc.array(fc.record({ converted: fc.option(fc.record({ fault: fc.constant(false as const), days })) }));
  fc.assert(
    fc.property(old, days, days, (records, one, other) => {
      const aged = records.map((each) => ({ ...each, ageDays: 400 }));
      const hits = (windowDays: number) => fixedWindow(aged, windowDays).rate.hits;
      expect(hits(Math.min(one, other))).toBeLessThanOrEqual(hits(Math.max(one, other)));
    }),
  );
});

/** A date without a time stays a string. */
function momentOf(text: string): Moment {
  return text.includes("T") ? new Date(text) : text;
}

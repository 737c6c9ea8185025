import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, vectors, zOf } from "@/lib/domain/testing/vectors";
import { kaplanMeier, survivalAt, survivalInterval, survivalQuantile, type Observation } from "./kaplan-meier";

const data = { times: z.array(z.number()), events: z.array(z.number()) };
const observations = fc.array(fc.record({ time: fc.integer({ min: 0, max: 60 }), event: fc.boolean() }), {
  maxLength: 80,
});

describe("kaplanMeier gives the published curve", () => {
  const point = z.object({ t: z.number(), s: z.number() });
  const trap = z.object({ t: z.number(), wrongSurvival: z.number() });
  const shape = { ...data, survival: z.array(point).min(1), trap: trap.optional() };
  test.each(vectors("kaplanMeier", shape))("$id: $source", (vector) => {
    const curve = kaplanMeier(observed(vector));
    for (const { t, s } of vector.survival) expectWithin(survivalAt(curve, t), s, vector.tolerance);
    if (vector.trap !== undefined)
      expect(survivalAt(curve, vector.trap.t)).not.toBeCloseTo(vector.trap.wrongSurvival, 6);
  });
});

describe("survivalInterval gives the published log-log interval", () => {
  const point = z.object({ t: z.number(), low: z.number(), high: z.number() });
  const shape = { ...data, confidence: z.number(), type: z.literal("log-log"), at: z.array(point).min(1) };
  test.each(vectors("kaplanMeierInterval", shape))("$id: $source", (vector) => {
    const curve = kaplanMeier(observed(vector));
    for (const { t, low, high } of vector.at) {
      const interval = survivalInterval(curve, t, zOf(vector.confidence));
      expectWithin(interval?.low, low, vector.tolerance);
      expectWithin(interval?.high, high, vector.tolerance);
    }
  });
});

describe("survivalQuantile is the first time that reaches the share, or null", () => {
  const shape = { ...data, p: z.number(), value: z.number().nullable() };
  test.each(vectors("kaplanMeierQuantile", shape))("$id: $p at $value ($source)", (vector) => {
    expectWithin(survivalQuantile(kaplanMeier(observed(vector)), vector.p), vector.value, vector.tolerance);
  });
});

it("4 censored on the day of the only event of 5: 0.8 is left, not 0.5", () => {
  const day = [true, false, false, false].map((event) => ({ time: 5, event }));
  expect(survivalAt(kaplanMeier([...day, { time: 6, event: false }]), 5)).toBe(0.8);
});

it("has no interval where nobody or everybody has had the event", () => {
  const curve = kaplanMeier([
    { time: 1, event: false },
    { time: 5, event: true },
  ]);
  expect([survivalInterval(curve, 0), survivalInterval(curve, 1), survivalInterval(curve, 5)]).toEqual([
    null,
    null,
    null,
  ]);
});

it("never rises", () => {
  fc.assert(
    fc.property(observations, (each) => {
      const shares = [1, ...kaplanMeier(each).map((step) => step.survival)];
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
    }),
  );
});

it("the order of the rows changes no byte, ties and all", () => {
  const shuffled = observations.chain((each) =>
    fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
  );
  fc.assert(
    fc.property(shuffled, ([each, other]) => {
      expect(JSON.stringify(kaplanMeier(other))).toBe(JSON.stringify(kaplanMeier(each)));
    }),
  );
});

it("24 events on days 1 to 24: half is reached on day 12 and three quarters on day 18, though S there rounds to above", () => {
  const curve = kaplanMeier(Array.from({ length: 24 }, (_, index) => ({ time: index + 1, event: true })));
  expect([survivalQuantile(curve, 0.5), survivalQuantile(curve, 0.75)]).toEqual([12, 18]);
});

it("a row that counts 3 is three rows", () => {
  const [event, open] = [
    { time: 5, event: true },
    { time: 7, event: false },
  ];
  expect(kaplanMeier([{ ...event, count: 3 }, open])).toEqual(kaplanMeier([event, event, event, open]));
});

it("without censoring it is the plain share of those still there", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 80 }), (times) => {
      const curve = kaplanMeier(times.map((time) => ({ time, event: true })));
      for (const { time, survival } of curve) {
        expect(survival).toBeCloseTo(times.filter((each) => each > time).length / times.length, 12);
      }
    }),
  );
});

it("the interval holds the curve between its ends, and the ends between 0 and 1", () => {
  fc.assert(
    fc.property(observations, (each) => {
      const curve = kaplanMeier(each);
      for (const { time, survival } of curve) {
        const interval = survivalInterval(curve, time);
        if (interval === null) continue;
        expect(0 <= interval.low && interval.low <= survival).toBe(true);
        expect(survival <= interval.high && interval.high <= 1).toBe(true);
      }
    }),
  );
});

function observed({ times, events }: { readonly times: number[]; readonly events: number[] }): Observation[] {
  return times.map((time, index) => ({ time, event: events[index] === 1 }));
}

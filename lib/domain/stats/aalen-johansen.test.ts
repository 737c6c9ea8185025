import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, present, vectors } from "@/lib/domain/testing/vectors";
import { aalenJohansen, incidenceAt, incidenceInterval, incidenceVariance } from "./aalen-johansen";
import { kaplanMeier, survivalAt } from "./kaplan-meier";

const data = { times: z.array(z.number()), status: z.array(z.number()) };
const HORIZON = 60;
const time = fc.integer({ min: 0, max: HORIZON });
const observations = fc.array(fc.record({ time, outcome: fc.integer({ min: 0, max: 2 }) }), { maxLength: 80 });

describe("aalenJohansen gives the published shares, errors and intervals", () => {
  const perOutcome = z.array(z.number().nullable()).optional();
  const interval = z.array(z.object({ outcome: z.number(), low: z.number(), high: z.number() })).default([]);
  const at = z.object({
    t: z.number(),
    F: perOutcome,
    se: perOutcome,
    variance: perOutcome,
    S: z.number().optional(),
    interval,
  });
  const shape = { ...data, outcomes: z.number(), confidence: z.literal(0.95), at: z.array(at).min(1) };
  test.each(vectors("aalenJohansen", shape))("$id: $source", ({ at, outcomes, tolerance, ...vector }) => {
    const curve = aalenJohansen(observed(vector), outcomes);
    for (const { t, F = [], se = [], variance = [], S, interval } of at) {
      given(F, (share, k) => expectWithin(incidenceAt(curve, k, t).incidence, share, tolerance));
      given(se, (error, k) => expectWithin(Math.sqrt(incidenceVariance(curve, k, t)), error, tolerance));
      given(variance, (value, k) => expectWithin(incidenceVariance(curve, k, t), value, tolerance));
      if (S !== undefined) expectWithin(incidenceAt(curve, 1, t).survival, S, tolerance);
      for (const { outcome, low, high } of interval) {
        expectWithin(incidenceInterval(curve, outcome, t)?.low, low, tolerance);
        expectWithin(incidenceInterval(curve, outcome, t)?.high, high, tolerance);
      }
    }
  });
});

describe("aalenJohansen does not censor the losses: 27.6, not 31.3 %", () => {
  const number = z.number();
  const wrong = { wonOverAll: number, wonOverClosed: number, oneMinusKaplanMeierWithLossesCensored: number };
  const [vector] = vectors("aalenJohansenTrap", { ...data, horizon: number, won: number, ...wrong });
  test("V9.4", () => {
    const { horizon, won, tolerance, ...trap } = present(vector);
    const rows = observed(trap);
    const actual = incidenceAt(aalenJohansen(rows, 2), 1, horizon).incidence;
    expectWithin(actual, won, tolerance);
    const naive =
      1 - survivalAt(kaplanMeier(rows.map((row) => ({ time: row.time, event: row.outcome === 1 }))), horizon);
    expectWithin(naive, trap.oneMinusKaplanMeierWithLossesCensored, tolerance);
    for (const tempting of [naive, trap.wonOverAll, trap.wonOverClosed]) expect(actual).not.toBeCloseTo(tempting, 3);
  });
});

it("the shares of all outcomes and of none add up to 1, and none ever falls", () => {
  fc.assert(
    fc.property(observations, (rows) => {
      let before: readonly number[] = [0, 0];
      for (const { incidence, survival } of aalenJohansen(rows, 2)) {
        expect(incidence.reduce((total, share) => total + share, survival)).toBeCloseTo(1, 12);
        incidence.forEach((share, index) => expect(share).toBeGreaterThanOrEqual(before[index] ?? 0));
        before = incidence;
      }
    }),
  );
});

it("a row that counts 3 is three rows", () => {
  const [won, open] = [
    { time: 5, outcome: 1 },
    { time: 5, outcome: 0 },
  ];
  expect(aalenJohansen([won, { ...open, count: 3 }], 2)).toEqual(aalenJohansen([won, open, open, open], 2));
});

it("without censoring before the horizon it is the plain share", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ time, outcome: fc.constantFrom(1, 2) }), { minLength: 1, maxLength: 80 }),
      (rows) => {
        const won = rows.filter((row) => row.outcome === 1).length;
        expect(incidenceAt(aalenJohansen(rows, 2), 1, HORIZON).incidence).toBeCloseTo(won / rows.length, 12);
      },
    ),
  );
});

it("never exceeds one minus Kaplan–Meier with the losses censored", () => {
  fc.assert(
    fc.property(observations, time, (rows, horizon) => {
      const naive = kaplanMeier(rows.map((row) => ({ time: row.time, event: row.outcome === 1 })));
      const share = incidenceAt(aalenJohansen(rows, 2), 1, horizon).incidence;
      expect(share).toBeLessThanOrEqual(1 - survivalAt(naive, horizon) + 1e-12);
    }),
  );
});

it("has no interval where nobody or everybody has had the outcome", () => {
  const curve = aalenJohansen([{ time: 3, outcome: 1 }], 2);
  expect([incidenceInterval(curve, 1, 2), incidenceInterval(curve, 1, 3), incidenceInterval(curve, 2, 3)]).toEqual([
    null,
    null,
    null,
  ]);
});

function observed({ times, status }: { readonly times: number[]; readonly status: number[] }) {
  return times.map((time, index) => ({ time, outcome: present(status[index]) }));
}

/** The values that the source prints, with the number of their outcome. */
function given(values: readonly (number | null)[], check: (value: number, outcome: number) => void): void {
  values.forEach((value, index) => (value === null ? undefined : check(value, index + 1)));
}

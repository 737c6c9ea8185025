import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, present, vectors } from "@/lib/domain/testing/vectors";
import { kitagawa, kitagawaShares } from "./kitagawa";

const number = z.number();
const share = fc
  .integer({ min: 0, max: 5_000 })
  .chain((trials) => fc.record({ hits: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }));
const rows = fc.array(fc.record({ key: fc.string(), before: share, after: share }), { minLength: 1, maxLength: 12 });

describe("kitagawa splits the change into mix and rate", () => {
  const row = z.object({ key: z.string(), n1: number, x1: number, n2: number, x2: number });
  const byRow = z.array(z.object({ key: z.string(), mix: number, rate: number, display: number }));
  const whole = { before: number, after: number, mix: number, rate: number, total: number };
  test.each(vectors("kitagawa", { rows: z.array(row).min(1), byRow, ...whole }))("$id: $source", (vector) => {
    const counts = vector.rows.map(({ key, n1, x1, n2, x2 }) => ({
      key,
      before: { hits: x1, trials: n1 },
      after: { hits: x2, trials: n2 },
    }));
    const actual = present(kitagawa(counts));
    for (const name of ["before", "after", "mix", "rate", "total"] as const) {
      expectWithin(actual[name], vector[name], vector.tolerance);
    }
    vector.byRow.forEach(({ key, mix, rate, display }, index) => {
      const own = present(actual.rows[index]);
      expect(own.key).toBe(key);
      expectWithin(own.mix, mix, vector.tolerance);
      expectWithin(own.rate, rate, vector.tolerance);
      expectWithin(own.mixAgainstAverage, display, vector.tolerance);
    });
  });
});

describe("kitagawaShares splits the published table", () => {
  const column = z.array(number);
  const columns = { share1: column, rate1: column, share2: column, rate2: column };
  test.each(vectors("kitagawaShares", { ...columns, mix: number, rate: number, total: number }))(
    "$id: $source",
    (vector) => {
      const split = kitagawaShares(
        vector.share1.map((percent, index) => ({
          weightBefore: percent / 100,
          weightAfter: present(vector.share2[index]) / 100,
          rateBefore: present(vector.rate1[index]),
          rateAfter: present(vector.rate2[index]),
        })),
      );
      expectWithin(split.mix, vector.mix, vector.tolerance);
      expectWithin(split.rate, vector.rate, vector.tolerance);
      expectWithin(split.mix + split.rate, vector.total, vector.tolerance);
    },
  );
});

it("a weak channel that grows from 400 of 1000 to 700 of 1000 counts against the whole: −2.8 points, though its raw term is +3.2", () => {
  const split = kitagawa([
    { key: "partner", before: { hits: 180, trials: 600 }, after: { hits: 99, trials: 300 } },
    { key: "web", before: { hits: 40, trials: 400 }, after: { hits: 77, trials: 700 } },
  ]);
  const web = present(split?.rows[1]);
  expect(web.mix).toBeCloseTo(0.0315, 12);
  expect(web.mixAgainstAverage).toBeCloseTo(-0.0279, 12);
});

it("mix and rate add up to the change, and the shown terms to the mix", () => {
  fc.assert(
    fc.property(rows, (each) => {
      const split = kitagawa(each);
      if (split === null) return;
      expect(split.mix + split.rate).toBeCloseTo(split.total, 10);
      expect(split.rows.reduce((total, row) => total + row.mixAgainstAverage, 0)).toBeCloseTo(split.mix, 10);
    }),
  );
});

it("one row is all rate", () => {
  fc.assert(
    fc.property(share, share, (before, after) => {
      const split = kitagawa([{ key: "all", before, after }]);
      if (split !== null) expect(split).toMatchObject({ mix: 0, rate: split.total });
    }),
  );
});

it("without a period before there is no change to explain", () => {
  const none = { hits: 0, trials: 0 };
  expect(kitagawa([{ key: "web", before: none, after: { hits: 3, trials: 10 } }])).toBeNull();
  expect(kitagawa([])).toBeNull();
});

import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, vectors } from "@/lib/domain/testing/vectors";
import { twoProportionZ } from "./two-proportion-z";

describe("twoProportionZ agrees with statsmodels", () => {
  const number = z.number();
  const shape = { x1: number, n1: number, x2: number, n2: number, z: number, p: number };
  test.each(vectors("twoProportionZ", shape))("$id: $x1 of $n1 against $x2 of $n2 ($source)", (vector) => {
    const actual = twoProportionZ({ hits: vector.x1, trials: vector.n1 }, { hits: vector.x2, trials: vector.n2 });
    expectWithin(actual.z, vector.z, vector.tolerance);
    expectWithin(actual.p, vector.p, vector.tolerance);
  });
});

it("against a share of nothing there is nothing to tell apart: p = 1, not NaN", () => {
  expect(twoProportionZ({ hits: 3, trials: 10 }, { hits: 0, trials: 0 })).toEqual({ z: 0, p: 1 });
});

import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { expectWithin, vectors } from "@/lib/domain/testing/vectors";
import { leverOf } from "./lever";

describe("leverOf says what one more point gives", () => {
  const number = z.number();
  const shape = { L: number, Q: number, C: number, step1PlusPoint: number, step2PlusPoint: number };
  test.each(vectors("lever", shape))("$id: $source", ({ L, Q, C, step1PlusPoint, step2PlusPoint, tolerance }) => {
    const lever = leverOf({ leads: L, qualified: Q, customersQualified: C, direct: 0 });
    expectWithin(lever.step1, step1PlusPoint, tolerance);
    expectWithin(lever.step2, step2PlusPoint, tolerance);
  });
});

it("29 qualified of 100 are too few to say", () => {
  const journey = { leads: 100, qualified: 29, customersQualified: 10, direct: 0 };
  expect(leverOf(journey)).toEqual({ step1: null, step2: null });
});

it("a step at 100 % has no point left: 30 of 30 qualified, 15 of those customers", () => {
  const journey = { leads: 30, qualified: 30, customersQualified: 15, direct: 0 };
  expect(leverOf(journey)).toEqual({ step1: null, step2: 0.3 });
});

import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { twoProportionZ } from "@/lib/domain/stats/two-proportion-z";
import { expectWithin, present, vectors } from "@/lib/domain/testing/vectors";
import { againstTheRest, FALSE_SHARE, type Cell } from "./against-the-rest";

describe("againstTheRest tests each row of a table against the rest of it", () => {
  const number = z.number();
  const counts = { key: z.string(), x: number, n: number };
  const tested = {
    restX: number,
    restN: number,
    p: number,
    adjusted: number,
    low: number,
    high: number,
    clear: z.boolean(),
  };
  const row = z.discriminatedUnion("inFamily", [
    z.object({ ...counts, ...tested, inFamily: z.literal(true) }),
    z.object({ ...counts, inFamily: z.literal(false) }),
  ]);
  const shape = { q: z.literal(FALSE_SHARE), minimumDenominator: z.literal(30), rows: z.array(row).min(1) };
  test.each(vectors("tableAgainstTheRest", shape))("$id: $source", ({ rows, tolerance }) => {
    const answers = againstTheRest(
      rows.map(({ key, x, n }) => cell(key, x, n, { attributed: key !== "unattributed" })),
    );
    rows.forEach((expected, index) => {
      const { comparison, adjusted, rest, row } = present(answers[index]);
      expect(row).toBe(expected.key);
      expect(comparison.verdict === "none").toBe(!expected.inFamily);
      if (!expected.inFamily || comparison.verdict === "none") return;
      expect(rest).toEqual({ hits: expected.restX, trials: expected.restN });
      expectWithin(twoProportionZ({ hits: expected.x, trials: expected.n }, rest).p, expected.p, tolerance);
      expectWithin(adjusted, expected.adjusted, tolerance);
      expectWithin(comparison.low, expected.low, tolerance);
      expectWithin(comparison.high, expected.high, tolerance);
      expect(comparison.verdict === "clear").toBe(expected.clear);
    });
  });
});

it("looking at 2 more rates widens the family: 30 of 100 against 115 of 600 is clear alone, unclear among 21", () => {
  const channels = (column: string, first: number) => [
    cell("a", first, 100, { column }),
    ...["b", "c", "d", "e", "f", "g"].map((row, index) => cell(row, index === 0 ? 15 : 20, 100, { column })),
  ];
  const alone = againstTheRest([cell("a", 30, 100, {}), cell("others", 115, 600, { attributed: false })]);
  expect(alone[0]?.comparison.verdict).toBe("clear");
  const among = againstTheRest([...channels("step1", 30), ...channels("step2", 20), ...channels("lead", 20)]);
  expect(among[0]).toMatchObject({ rest: { hits: 115, trials: 600 }, comparison: { verdict: "unclear" } });
});

it("a row with 26 of 100 too young gets no verdict, nor does one whose rest is", () => {
  const rows = [cell("old", 40, 100, {}), cell("young", 5, 100, { immature: 26 })];
  expect(againstTheRest(rows).map(({ comparison }) => comparison.verdict)).toEqual(["none", "none"]);
  const allOfAge = rows.map((row) => ({ ...row, immature: 25 }));
  expect(againstTheRest(allOfAge).map(({ comparison }) => comparison.verdict)).toEqual(["clear", "clear"]);
});

it("one channel alone has no rest to differ from", () => {
  expect(againstTheRest([cell("only", 40, 100, {})])[0]).toMatchObject({
    adjusted: null,
    comparison: { verdict: "none" },
  });
});

function cell(row: string, hits: number, trials: number, rest: Partial<Cell>): Cell {
  return { row, column: "step1", hits, trials, immature: 0, attributed: true, ...rest };
}

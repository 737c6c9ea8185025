import fc from "fast-check";
import { expect, it } from "vitest";
import { neutralize, restore } from "@/lib/csv/csv-cell";
import { hostileVectors } from "@/lib/domain/testing/hostile-vectors";

// Dense in what matters, so that runs of delimiters, ignorables, triggers and apostrophes meet.
const dense = fc.string({ unit: fc.constantFrom(..."=+-@\uff1d\ufe63'\"\t\r\n\0 ,;|\u200b\ufeffax") });

it.each(hostileVectors("csv-cell"))("$input", ({ input, expect: expected }) => {
  expect({ cell: neutralize(String(input)) }).toEqual(expected);
});

it("what was guarded comes back unchanged, whatever it was", () => {
  const returns = (text: string) => {
    expect(restore(neutralize(text))).toBe(text);
  };
  fc.assert(fc.property(dense, returns), { numRuns: 2_000 });
  fc.assert(fc.property(fc.string({ unit: "binary" }), returns));
});

it("no guarded text holds a trigger at its start or behind a delimiter, spaces and quotes or not", () => {
  fc.assert(
    fc.property(dense, (text) => {
      expect(neutralize(text)).not.toMatch(/(?:^|[,;|\t\r\n])[ "\u200b\ufeff]*[=+\-@\uff1d\ufe63]/);
    }),
    { numRuns: 2_000 },
  );
});

it("guarding is one pass: half a million nested places in a moment", () => {
  const started = performance.now();
  expect(neutralize(`${"\t".repeat(500_000)}=1`)).toHaveLength(500_002 + 500_001);
  expect(performance.now() - started).toBeLessThan(10_000);
}, 30_000);

import fc from "fast-check";
import { expect, it } from "vitest";
import { contentDisposition, csvFilename } from "@/lib/csv/filename";
import { hostileVectors } from "@/lib/domain/testing/hostile-vectors";

it.each(hostileVectors("filename"))("filename: $input", ({ input, expect: expected }) => {
  expect({ filename: csvFilename(String(input)) }).toEqual(expected);
});

it("any title gives a name of at most 80 characters, and a header of printable ASCII", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (title) => {
      const name = csvFilename(title);
      expect(Array.from(name).length).toBeLessThanOrEqual(84);
      expect(name).toMatch(/^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N} _-]*\.csv$/u);
      expect(contentDisposition(name)).toMatch(/^attachment; filename\*=UTF-8''[A-Za-z0-9%._~-]+$/);
    }),
  );
});

it("a Norwegian title is saved under its own letters", () => {
  expect(contentDisposition(csvFilename("Åses rapport"))).toBe("attachment; filename*=UTF-8''%C3%85ses%20rapport.csv");
});

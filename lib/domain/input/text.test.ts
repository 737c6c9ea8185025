import fc from "fast-check";
import { expect, it } from "vitest";
import { logValue } from "@/lib/domain/input/log-value";
import { parseName } from "@/lib/domain/input/name";
import { parseNote } from "@/lib/domain/input/note";
import { optional } from "@/lib/domain/input/parsed";
import { parseSort } from "@/lib/domain/input/sort";

const texts = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));

it("whatever is accepted is well-formed, NFC, trimmed, and accepted again as it is", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(parseName, parseNote), (text, parse) => {
      const parsed = parse(text);
      if (!parsed.ok) return;
      expect(parsed.value).toBe(parsed.value.normalize("NFC").trim());
      expect(/\p{Cs}/u.test(parsed.value)).toBe(false);
      expect(parse(parsed.value)).toEqual(parsed);
    }),
    { numRuns: 1_000 },
  );
});

it("the refusal tells an empty name from a long one and from one with signs that hide", () => {
  const codes = [" ", undefined, "a".repeat(201), "a".repeat(10 ** 6), "Kari\u202e", 7].map((input) =>
    parseName(input),
  );
  expect(codes.map((parsed) => !parsed.ok && parsed.code)).toEqual([
    "required",
    "required",
    "too-long",
    "too-long",
    "text",
    "text",
  ]);
});

it("an optional field that holds nothing is null, and a wrong one is still refused", () => {
  const parse = optional((input) => parseName(input));
  expect(["", "  ", null, undefined].map((input) => parse(input))).toEqual(
    Array.from({ length: 4 }, () => ({ ok: true, value: null })),
  );
  expect(parse("\u200b")).toEqual({ ok: false, code: "text" });
});

it("a list is sorted by its own columns only, down with a minus", () => {
  expect(parseSort("-name", ["name"])).toEqual({ ok: true, value: { column: "name", descending: true } });
  expect(parseSort("--name", ["name"]).ok).toBe(false);
});

it("what reaches a log is one line of signs that show", () => {
  expect(logValue("kari\r\n\u001b[2J\u2028x")).toBe(String.raw`kari\u{d}\u{a}\u{1b}[2J\u{2028}x`);
  fc.assert(
    fc.property(texts, (text) => {
      expect(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(logValue(text))).toBe(false);
    }),
  );
});

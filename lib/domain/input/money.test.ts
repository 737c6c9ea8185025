import fc from "fast-check";
import { expect, it } from "vitest";
import { CURRENCIES, minorDigits, parseCurrency } from "@/lib/domain/input/currency";
import { MINOR_MAX, parseCount, parseMoney } from "@/lib/domain/input/money";

const minors = fc.integer({ min: 0, max: MINOR_MAX - 1 });

it("an amount as Intl prints it, in either language, is the amount", () => {
  fc.assert(
    fc.property(minors, fc.constantFrom("nb" as const, "en" as const), (minor, format) => {
      const whole = new Intl.NumberFormat(format === "nb" ? "nb-NO" : "en-GB").format(Math.floor(minor / 100));
      const cents = String(minor % 100).padStart(2, "0");
      const text = `${whole}${format === "nb" ? "," : "."}${cents}`;
      expect(parseMoney(text, format)).toEqual({ ok: true, value: minor });
    }),
  );
});

it("a plain export, 1234.50, reads the same in both languages", () => {
  fc.assert(
    fc.property(minors, (minor) => {
      const text = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
      expect([parseMoney(text, "nb"), parseMoney(text, "en")]).toEqual([
        { ok: true, value: minor },
        { ok: true, value: minor },
      ]);
    }),
  );
});

it("no text made of digits and signs is read as two different amounts", () => {
  const text = fc.string({ unit: fc.constantFrom(..."0123 .,"), maxLength: 12 });
  fc.assert(
    fc.property(text, (typed) => {
      const [nb, en] = [parseMoney(typed, "nb"), parseMoney(typed, "en")];
      if (nb.ok && en.ok) expect(nb.value).toBe(en.value);
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  ["1 234", 0, 1234],
  ["1 234,5", 3, 1234500],
  ["1234,567", 3, 1234567],
  ["0,005", 3, 5],
  ["1,234", 3, 1234],
] as const)("%s in a currency of %d decimals is %d", (text, digits, value) => {
  expect(parseMoney(text, "nb", digits)).toEqual({ ok: true, value });
});

it.each([
  ["12,50", 0],
  ["1.234", 3],
  ["1,234", 2],
  ["1234,5678", 3],
  ["100 000 000 000", 3],
] as const)("%s in a currency of %d decimals is refused", (text, digits) => {
  expect(parseMoney(text, "nb", digits)).toEqual({ ok: false, code: "amount" });
});

it("an emptied amount or count is required, not wrong", () => {
  expect([parseMoney(" ", "nb"), parseCount("", "en")].map((parsed) => !parsed.ok && parsed.code)).toEqual([
    "required",
    "required",
  ]);
});

it("currencies are exact, and each is one that Intl can print", () => {
  expect(parseCurrency("NOK")).toEqual({ ok: true, value: "NOK" });
  expect(["nok", "NOK ", "XXX", "constructor", ""].filter((text) => parseCurrency(text).ok)).toEqual([]);
  expect(CURRENCIES.map((code) => code.length)).toEqual(CURRENCIES.map(() => 3));
  expect(new Set(CURRENCIES).size).toBe(CURRENCIES.length);
  const known = new Set(Intl.supportedValuesOf("currency"));
  expect(CURRENCIES.filter((code) => !known.has(code) && code !== "XCG")).toEqual([]);
});

it("kroner have two decimals, yen none, dinars three; what is no currency is a bug", () => {
  expect(["NOK", "JPY", "KWD", "HUF"].map(minorDigits)).toEqual([2, 0, 3, 2]);
  expect(() => minorDigits("constructor")).toThrow(RangeError);
});

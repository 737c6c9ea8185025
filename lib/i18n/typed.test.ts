import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTypedDate } from "@/lib/domain/input/date";
import { parseMoney } from "@/lib/domain/input/money";
import { typedAmount, typedDate } from "@/lib/i18n/typed";

test.each(["nb", "en"] as const)("what a field shows in %s is read back as what was stored", (locale) => {
  expect(parseTypedDate(typedDate("2026-02-01", locale), locale)).toEqual({ ok: true, value: "2026-02-01" });
  fc.assert(
    fc.property(
      fc.oneof(fc.nat(999_999), fc.nat(99_999_999_999)),
      fc.constantFrom("NOK", "JPY", "KWD"),
      (minor, currency) => {
        const digits = { NOK: 2, JPY: 0, KWD: 3 } as const;
        const shown = typedAmount({ minor, currency }, locale);
        const read = parseMoney(
          shown,
          locale,
          currency === "JPY" ? digits.JPY : currency === "NOK" ? digits.NOK : digits.KWD,
        );
        expect(read).toEqual({ ok: true, value: minor });
      },
    ),
  );
});

test("nothing is shown as nothing", () => {
  expect(typedDate(null, "nb")).toBe("");
  expect(typedAmount(null, "en")).toBe("");
});

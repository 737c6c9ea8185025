import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDate, parseTypedDate } from "@/lib/domain/input/date";
import { parseInstant } from "@/lib/domain/input/instant";

const days = fc.integer({ min: 0, max: 47_481 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

it("every day from 1970 to 2099 is itself, typed in every way", () => {
  fc.assert(
    fc.property(days, (date) => {
      const [year = "", month = "", day = ""] = date.split("-");
      const said = { ok: true, value: date };
      expect(parseDate(date)).toEqual(said);
      expect(parseTypedDate(` ${Number(day)}.${Number(month)}.${year} `, "nb")).toEqual(said);
      expect(parseTypedDate(`${day}/${month}/${year}`, "en")).toEqual(said);
      expect(parseTypedDate(date, "nb")).toEqual(said);
    }),
  );
});

it.each([
  ["1.2.26", "nb", "2026-02-01"],
  ["01.02.2026", "nb", "2026-02-01"],
  ["1.2.2026", "en", "2026-02-01"],
  ["01/02/26", "en", "2026-02-01"],
] as const)("%s in %s is %s", (text, locale, value) => {
  expect(parseTypedDate(text, locale)).toEqual({ ok: true, value });
});

it.each([
  ["30.2.2026", "nb"],
  ["1/2/2026", "nb"],
  ["1/2.2026", "en"],
  ["2/13/2026", "en"],
  ["1.2.126", "nb"],
  ["1.2", "nb"],
  ["i dag", "nb"],
] as const)("%s in %s is no date", (text, locale) => {
  expect(parseTypedDate(text, locale)).toEqual({ ok: false, code: "date" });
});

it("nothing typed is required, not wrong", () => {
  expect([parseDate(""), parseTypedDate("  ", "nb"), parseDate(null)]).toEqual(
    Array.from({ length: 3 }, () => ({ ok: false, code: "required" })),
  );
});

it("an instant keeps its decimals, and its day in UTC is one that we store", () => {
  expect(parseInstant("2026-01-01T00:30:00.120+01:00")).toEqual({ ok: true, value: "2025-12-31T23:30:00.12Z" });
  expect(parseInstant("2026-01-01T00:30:00.000Z")).toEqual({ ok: true, value: "2026-01-01T00:30:00Z" });
  expect(parseInstant("1970-01-01T00:30:00+01:00")).toEqual({ ok: false, code: "date" });
});

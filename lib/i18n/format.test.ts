import { describe, expect, it } from "vitest";
import { formatFor } from "./format";

const nb = formatFor("nb");
const en = formatFor("en");
const exact = (value: number, digits: 0 | 1 = 0) => ({ value, digits, bound: "exact" }) as const;

describe("numbers", () => {
  it("writes shares as «20 %» with a hard space, and 20%", () => {
    expect([nb.percent(exact(20)), en.percent(exact(20))]).toEqual(["20\u00a0%", "20%"]);
    expect([nb.percent(exact(10.5, 1)), en.percent(exact(10.5, 1))]).toEqual(["10,5\u00a0%", "10.5%"]);
    expect([nb.percent(exact(0, 1)), nb.percentNumber(exact(14))]).toEqual(["0,0\u00a0%", "14"]);
  });

  it("says under 1 and over 99 where 0 and 100 would be untrue", () => {
    expect(nb.percent({ value: 1, digits: 0, bound: "less" })).toBe("<1\u00a0%");
    expect(nb.percent({ value: 0.1, digits: 1, bound: "less" })).toBe("<0,1\u00a0%");
    expect(en.percent({ value: 99, digits: 0, bound: "more" })).toBe(">99%");
  });

  it("groups thousands with a hard space in bokmål, a comma in English", () => {
    expect([nb.count(12_000), en.count(12_000)]).toEqual(["12\u00a0000", "12,000"]);
    expect([nb.decimal(1234.5, 1), nb.count(-4)]).toEqual(["1\u00a0234,5", "\u22124"]);
  });

  it("signs points, and gives nothing no sign", () => {
    expect([0.044, -0.044, 0.0001].map((points) => nb.signedPoints(points))).toEqual(["+4,4", "\u22124,4", "0,0"]);
    expect([en.signedPoints(0.044), en.points(0.044), en.points(0.12, 0)]).toEqual(["+4.4", "4.4", "12"]);
  });
});

describe("money", () => {
  it("writes kroner as «125 000 kr» and NOK 125,000", () => {
    const amount = { minor: 12_500_000, currency: "NOK" };
    expect([nb.money(amount), en.money(amount)]).toEqual(["125\u00a0000\u00a0kr", "NOK\u00a0125,000"]);
  });

  it("shows decimals only when there are any, as many as the currency has", () => {
    expect(nb.money({ minor: 12_550, currency: "NOK" })).toBe("125,50\u00a0kr");
    expect(nb.money({ minor: 1_250, currency: "JPY" })).toBe("1\u00a0250\u00a0JPY");
    expect(en.money({ minor: 1_250, currency: "KWD" })).toBe("KWD\u00a01.250");
  });

  it("keeps other kroner apart from the Norwegian", () => {
    expect(nb.money({ minor: 100_000, currency: "SEK" })).toBe("1\u00a0000\u00a0SEK");
  });

  it("holds the largest amount that is stored", () => {
    expect(en.money({ minor: 99_999_999_999_999, currency: "EUR" })).toBe("EUR\u00a0999,999,999,999.99");
  });
});

describe("dates", () => {
  it("writes dates without a time in no zone at all", () => {
    expect([nb.date("2026-11-23"), en.date("2026-11-23")]).toEqual(["23.11.2026", "23 Nov 2026"]);
    expect([nb.longDate("2026-11-23"), en.longDate("2026-11-23")]).toEqual(["23. november 2026", "23 November 2026"]);
    expect([nb.month("2026-09"), nb.shortMonth("2026-09"), en.month("2026-09")]).toEqual([
      "september 2026",
      "sep",
      "September 2026",
    ]);
  });

  it("joins the two ends of a range", () => {
    expect(nb.dateRange("2026-09-01", "2026-09-23")).toBe("1.–23. sep.");
    expect(en.dateRange("2026-09-01", "2026-09-23")).toMatch(/^1\s–\s23 Sept$/u);
    expect(nb.dateRangeWithYear("2025-12-01", "2026-11-30")).toBe("1. des. 2025–30. nov. 2026");
  });

  it("shows an instant in the zone of the team, not of the machine", () => {
    const instant = new Date("2026-11-23T23:05:00Z");
    expect(nb.moment(instant, "Europe/Oslo")).toBe("24.11.2026 00:05");
    expect(en.moment(instant, "Europe/London")).toBe("23 Nov 2026 23:05");
    expect([nb.timeInText(instant, "Europe/Oslo"), en.timeInText(instant, "Europe/Oslo")]).toEqual(["00.05", "00:05"]);
    expect(nb.dateOf(instant, "America/New_York")).toBe("23.11.2026");
  });
});

it("writes a day so that it can be typed back: 23.11.2026, and day first in English", () => {
  expect([nb.typedDate("2026-11-23"), en.typedDate("2026-11-23")]).toEqual(["23.11.2026", "23/11/2026"]);
});

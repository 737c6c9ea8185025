import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  addDays,
  dayBounds,
  duration,
  isoWeek,
  isTimeZone,
  localDate,
  localTime,
  monthOf,
  type Moment,
  periodBounds,
  startOfLocalDay,
  wallTime,
} from "@/lib/domain/period";
import { hostileVectors } from "@/lib/domain/testing/hostile-vectors";
import { vectors } from "@/lib/domain/testing/vectors";

const ZONES = ["Europe/Oslo", "America/Havana", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];
const zones = fc.constantFrom(...ZONES);
const moments = fc.date({ min: new Date("1971-01-01"), max: new Date("2099-01-01"), noInvalidDate: true });
const dates = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays("1972-01-01", days));

describe("zones", () => {
  it.each(hostileVectors("day-range"))("day-range: $input in $zone", ({ input, zone, expect: expected }) => {
    const { startUtc, endUtc, hours } = dayBounds(String(zone), String(input));
    expect({ start: seconds(startUtc), end: seconds(endUtc), hours }).toEqual(expected);
  });

  it.each(hostileVectors("wall-time"))("wall-time: $input in $zone", ({ input, zone, expect: expected }) => {
    expect({ value: seconds(wallTime(String(zone), String(input))) }).toEqual(expected);
  });

  it.each(hostileVectors("local-date"))("local-date: $input in $zone", ({ input, zone, expect: expected }) => {
    expect({ value: localDate(String(zone), new Date(String(input))) }).toEqual(expected);
  });

  it.each(hostileVectors("iso-week"))("iso-week: $input", ({ input, expect: expected }) => {
    expect({ value: isoWeek(String(input)) }).toEqual(expected);
  });

  it.each(vectors("period", boundsShape()))("period $id: $from to $to in $zone", (v) => {
    const bounds = periodBounds(v.zone, v);
    expect({ ...bounds, startUtc: seconds(bounds.startUtc), endUtc: seconds(bounds.endUtc) }).toEqual({
      startUtc: v.startUtc,
      endUtc: v.endUtc,
      hours: v.hours,
      days: v.days,
    });
  });

  it.each(vectors("monthOf", { zone: z.string(), at: z.string(), month: z.string() }))("monthOf $id", (v) => {
    expect(monthOf(v.zone, new Date(v.at))).toBe(v.month);
  });

  it("every moment lies within the day that it is said to be of", () => {
    fc.assert(
      fc.property(zones, moments, (zone, at) => {
        const { startUtc, endUtc } = dayBounds(zone, localDate(zone, at));
        expect(startUtc <= at && at < endUtc).toBe(true);
      }),
    );
  });

  it("the instant before a day starts belongs to an earlier date", () => {
    fc.assert(
      fc.property(zones, dates, (zone, date) => {
        const start = startOfLocalDay(zone, date);
        expect(localDate(zone, start) >= date).toBe(true);
        expect(localDate(zone, new Date(start.getTime() - 1)) < date).toBe(true);
      }),
    );
  });

  it("the time on the wall leads back to the moment, unless it comes twice: then to the later", () => {
    const first = new Date("2026-10-25T00:30:00Z");
    expect(localTime("Europe/Oslo", first)).toBe("2026-10-25T02:30:00");
    expect(seconds(wallTime("Europe/Oslo", "2026-10-25T02:30:00"))).toBe("2026-10-25T01:30:00Z");
    const summer = new Date("2026-07-01T10:20:30Z");
    expect(wallTime("Europe/Oslo", localTime("Europe/Oslo", summer))).toEqual(summer);
  });

  it("a zone has a name that server and database know; an offset is none", () => {
    const known = ["Europe/Oslo", "UTC", "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "Asia/Kolkata"];
    expect(known.filter((zone) => !isTimeZone(zone))).toEqual([]);
    const unknown = ["+02:00", "Europe/Olso", "", "CEST", "Etc/GMT+5", "europe/oslo", "Europe/Oslo\n", null, 1, {}];
    expect(unknown.filter(isTimeZone)).toEqual([]);
  });
});

describe("durations", () => {
  const shape = {
    zone: z.string(),
    start: z.string(),
    end: z.string(),
    days: z.number().optional(),
    fault: z.boolean(),
  };

  it.each(vectors("duration", shape))("$id: $source", (v) => {
    const result = duration(v.zone, moment(v.start), moment(v.end));
    expect(result.fault).toBe(v.fault);
    if (!result.fault) expect(Math.abs(result.days - Number(v.days))).toBeLessThanOrEqual(v.tolerance);
  });

  it("is never negative, and the same wall time on another day is whole days away", () => {
    fc.assert(
      fc.property(zones, moments, fc.integer({ min: 0, max: 10 ** 10 }), (zone, start, ms) => {
        const result = duration(zone, start, new Date(start.getTime() + ms));
        expect(result.fault === false && result.days >= 0).toBe(true);
      }),
    );
    const noon = (date: string) => wallTime("Europe/Oslo", `${date}T12:00:00`);
    expect(duration("Europe/Oslo", noon("2026-03-01"), noon("2026-11-01"))).toEqual({ fault: false, days: 245 });
  });
});

function boundsShape() {
  const text = z.string();
  return { zone: text, from: text, to: text, startUtc: text, endUtc: text, hours: z.number(), days: z.number() };
}

function moment(text: string): Moment {
  return text.includes("T") ? new Date(text) : text;
}

function seconds(at: Date): string {
  return at.toISOString().replace(".000", "");
}

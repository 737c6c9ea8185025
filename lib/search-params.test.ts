import { describe, expect, it } from "vitest";
import { readReport, readSaved, writeReport } from "./search-params";

const NOW = new Date("2026-11-23T12:00:00Z");
const AT = { now: NOW, timeZone: "Europe/Oslo", leadConvertsAt: "customer" } as const;
const CHANNEL = "01a211b8-9202-7521-abec-54a1a9e9eae0";

describe("a report's address", () => {
  it("without keys asks for this month and the 11 before, by start date", () => {
    const { query, counted, ignored } = readReport({}, AT);
    expect(query).toMatchObject({ period: { from: "2025-12-01", to: "2026-12-01" }, basis: "start", channels: [] });
    expect([counted, ignored]).toEqual([null, []]);
    expect(asText(writeReport(query))).toEqual({});
  });

  it.each([
    { period: "last-month" },
    { period: "all", basis: "decision" },
    { period: "custom", from: "2026-01-01", to: "2026-02-01" },
    { channel: [CHANNEL, "none"], campaign: ["none"], owner: [CHANNEL] },
    { compare: "year" },
    { compare: "none", basis: "decision" },
    { asOf: "2026-03-01T11:00:00.000Z", windowDays: "90" },
  ])("survives being read and written: %j", (keys) => {
    const { query, ignored } = readReport(keys, AT);
    expect(ignored).toEqual([]);
    expect(asText(writeReport(query))).toEqual(keys);
  });

  it("ends a custom period before `to`, and a form's with its last day", () => {
    const custom = { period: "custom", from: "2026-01-01" };
    expect(readReport({ ...custom, to: "2026-02-01" }, AT).query.period?.to).toBe("2026-02-01");
    expect(readReport({ ...custom, to: "", last: "2026-01-31" }, AT).query.period?.to).toBe("2026-02-01");
  });

  it.each(["1.2.26", "01.02.2026", "2026-02-01", "1/2/2026"])("reads %s as a form's first day, 1 February", (first) => {
    const { query, ignored } = readReport({ period: "custom", first, last: "28.2.26" }, AT);
    expect([query.period, ignored]).toEqual([{ from: "2026-02-01", to: "2026-03-01" }, []]);
  });

  it("compares with the period before where nothing else is asked", () => {
    expect(readReport({ compare: "prev" }, AT).query).toEqual(readReport({}, AT).query);
    expect(readReport({ compare: "yesterday" }, AT).ignored).toEqual(["compare"]);
  });

  it("kept as text, is the same question, less what is unknown", () => {
    const search = `period=90d&channel=${CHANNEL}&channel=none&lucky=7`;
    const kept = readSaved(search, AT);
    expect(kept.search).toBe(`period=90d&channel=${CHANNEL}&channel=none`);
    expect(readSaved(kept.search, AT)).toEqual(kept);
    expect(kept.query.channels).toEqual([CHANNEL, "none"]);
  });

  it("reads dates without a period as a custom one, and what a form sent empty as not asked", () => {
    expect(readReport({ from: "2026-01-01", to: "2026-02-01" }, AT).query.periodChoice.key).toBe("custom");
    const form = { period: "12m", from: "", last: "", basis: "start", channel: "", campaign: ["", ""], owner: "" };
    expect(readReport(form, AT)).toEqual(readReport({}, AT));
  });

  it.each([
    [{ period: "forever" }, ["period"]],
    [{ period: ["30d", "90d"] }, ["period"]],
    [{ period: "custom" }, ["period"]],
    [{ period: "custom", from: "2026-02-30", to: "2026-03-01" }, ["from", "period"]],
    [{ period: "custom", from: "2026-03-01", to: "2026-03-01" }, ["period"]],
    [{ basis: "Start" }, ["basis"]],
    [{ channel: "1; drop table leads" }, ["channel"]],
    [{ owner: ["none", "everyone"] }, ["owner"]],
    [{ counted: "leads.secret" }, ["counted"]],
    [{ asOf: "2026-03-01" }, ["asOf"]],
    [{ asOf: "2026-11-23T12:00:01Z" }, ["asOf"]],
    [{ windowDays: "0" }, ["windowDays"]],
    [{ windowDays: "90.5" }, ["windowDays"]],
    [{ windowDays: "4000" }, ["windowDays"]],
  ])("ignores what is no value of ours and says so: %j", (keys, ignored) => {
    const read = readReport(keys, AT);
    expect([...read.ignored].toSorted()).toEqual(ignored);
    expect(read.query).toEqual(readReport({}, AT).query);
  });

  it("as of 31 December, 23:30 UTC, the last twelve months end with January in Oslo, where the new year has come", () => {
    const { query } = readReport({ asOf: "2025-12-31T23:30:00Z" }, AT);
    expect(query).toMatchObject({
      period: { from: "2025-02-01", to: "2026-02-01" },
      asOf: { at: new Date("2025-12-31T23:30:00Z") },
    });
  });

  it("carries the path of a count to a list", () => {
    const { query, counted } = readReport({ counted: "leads.notAFit" }, AT);
    expect(counted).toBe("leads.notAFit");
    expect(asText(writeReport(query, "leads.notAFit"))).toEqual({ counted: "leads.notAFit" });
  });
});

function asText(keys: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(keys).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}

import { describe, expect, it } from "vitest";
import { readReport, writeReport } from "./search-params";

const AT = { today: "2026-11-23", leadConvertsAt: "customer" } as const;
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
  ])("ignores what is no value of ours and says so: %j", (keys, ignored) => {
    const read = readReport(keys, AT);
    expect([...read.ignored].toSorted()).toEqual(ignored);
    expect(read.query).toEqual(readReport({}, AT).query);
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

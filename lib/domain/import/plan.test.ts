import { expect, it } from "vitest";
import { allHostileVectors } from "@/lib/domain/testing/hostile-vectors";
import { stateOf } from "@/lib/domain/pipeline/case";
import { IMPORT_KINDS } from "./batch";
import { IMPORT_FIELDS } from "./fields";
import { planOf } from "./testing/planning";

const LEAD = ["external_id", "came_in_on", "channel"] as const;

it("a lead comes in on its day with its channel, found by alias; a blank channel is nobody's", () => {
  const { changes, counts } = planOf("leads", LEAD, [
    ["a", "2026-03-01", "SOCIAL"],
    ["b", "2026-03-02", ""],
  ]);
  expect(counts).toEqual({ create: 2, update: 0, skip: 0, reject: 0 });
  const states = changes.cases.map(({ after }) => stateOf(after).lead);
  expect(states.map((lead) => [lead?.cameIn.occurredOn, lead?.channelId])).toEqual([
    ["2026-03-01", "some"],
    ["2026-03-02", null],
  ]);
});

it("a channel that is not there is made once for all its rows, or refused where the mapping says so", () => {
  const rows = [
    ["a", "2026-03-01", "Messe"],
    ["b", "2026-03-02", "messe "],
  ];
  expect(planOf("leads", LEAD, rows).changes.channels.map(({ name }) => name)).toEqual(["Messe"]);
  const refused = planOf("leads", LEAD, rows, { unknownChannels: "reject" });
  expect(refused.rows.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual([
    "unknown-channel",
    "unknown-channel",
  ]);
});

it("qualified and customer imply an opportunity and its deal; customer alone a direct deal", () => {
  const { changes } = planOf(
    "leads",
    ["external_id", "came_in_on", "qualified_on", "customer_on"],
    [
      ["a", "2026-03-01", "2026-03-05", "2026-03-09"],
      ["b", "2026-03-01", "", "2026-03-09"],
    ],
  );
  expect(changes.opportunities).toHaveLength(1);
  expect(changes.deals.map(({ opportunityId }) => opportunityId === null)).toEqual([false, true]);
  const states = changes.cases.map(({ after }) => stateOf(after).lead);
  expect(states.map((lead) => [lead?.kind, lead?.qualified])).toEqual([
    ["customer", true],
    ["customer", false],
  ]);
});

it("not a fit after qualifying loses the implied opportunity; with a deal it contradicts", () => {
  const header = ["external_id", "came_in_on", "qualified_on", "customer_on", "not_a_fit_on"] as const;
  const { changes, rows } = planOf("leads", header, [
    ["a", "2026-03-01", "2026-03-05", "", "2026-03-09"],
    ["b", "2026-03-01", "", "2026-03-05", "2026-03-09"],
  ]);
  expect(changes.cases.map(({ after }) => stateOf(after).lead?.kind)).toEqual(["not_a_fit"]);
  expect(rows[1]?.errors).toEqual([{ column: "not_a_fit_on", code: "already-decided", value: "2026-03-09" }]);
});

it("a decision before coming in is accepted and counted as a fault; a missing day is accepted and counted", () => {
  const plan = planOf(
    "leads",
    ["external_id", "came_in_on", "customer_on"],
    [
      ["a", "2026-03-05", "2026-03-03"],
      ["b", "", ""],
    ],
  );
  expect(plan.counts.create).toBe(2);
  expect([plan.faulty, plan.undated]).toEqual([1, 1]);
});

it("a day in the future, an unknown owner and a line without any name are refused with line, column and code", () => {
  const { rows } = planOf(
    "leads",
    ["name", "came_in_on", "owner"],
    [
      ["Ola", "2026-11-24", ""],
      ["Ola", "2026-11-23", "Per"],
      ["", "2026-11-23", "kari@firma.no"],
    ],
  );
  expect(rows.map(({ line, errors }) => [line, errors[0]?.column, errors[0]?.code])).toEqual([
    [2, "came_in_on", "date-future"],
    [3, "owner", "unknown-owner"],
    [4, "name", "required"],
  ]);
});

it("the same row twice is one lead; another row with its external id is refused", () => {
  const { counts, rows } = planOf("leads", LEAD, [
    ["a", "2026-03-01", ""],
    ["a", "2026-03-01", ""],
    ["a", "2026-03-02", ""],
  ]);
  expect(counts).toEqual({ create: 1, update: 0, skip: 1, reject: 1 });
  expect(rows[2]?.errors[0]?.code).toBe("twice-in-file");
});

it("an opportunity without a lead is won with a deal of its amount, or lost for a known reason", () => {
  const header = ["external_id", "opened_on", "won_on", "lost_on", "lost_reason", "amount"] as const;
  const { changes, rows } = planOf("opportunities", header, [
    ["a", "2026-03-01", "2026-03-09", "", "", "12 500"],
    ["b", "2026-03-01", "", "2026-03-09", "PRIS", ""],
    ["c", "2026-03-01", "", "2026-03-09", "Vær", ""],
    ["d", "2026-03-01", "2026-03-09", "2026-03-10", "", ""],
  ]);
  expect(changes.deals.map(({ facts }) => [facts.amountMinor, facts.currency])).toEqual([[1_250_000, "NOK"]]);
  expect(rows.map(({ errors }) => errors[0]?.code)).toEqual([undefined, undefined, "unknown-reason", "contradiction"]);
});

it("an opportunity or a deal of a lead that is not there is refused", () => {
  const opportunity = planOf("opportunities", ["lead_external_id", "opened_on"], [["x", "2026-03-01"]]);
  const deal = planOf("deals", ["lead_external_id", "signed_on"], [["x", "2026-03-01"]]);
  expect([opportunity, deal].map(({ rows }) => rows[0]?.errors[0]?.code)).toEqual(["unknown-lead", "unknown-lead"]);
});

it.each(IMPORT_KINDS)("hostile text in any cell of %s is stored in canonical form or refused with a code", (kind) => {
  const inputs = [...new Set(allHostileVectors().flatMap(({ input }) => (typeof input === "string" ? [input] : [])))];
  expect(inputs.length).toBeGreaterThan(100);
  for (const field of IMPORT_FIELDS[kind]) {
    const plan = planOf(
      kind,
      [field],
      inputs.map((input) => [input]),
    );
    expect(plan.rows).toHaveLength(inputs.length);
    for (const { outcome, errors } of plan.rows) {
      expect(errors.length > 0, field).toBe(outcome === "rejected");
    }
    const { leads, opportunities, deals, channels } = plan.changes;
    const stored = [...leads, ...opportunities, ...deals].flatMap(({ facts }) => Object.values(facts));
    expect([...stored, ...channels.map(({ name }) => name)].filter(isBroken), field).toEqual([]);
  }
});

function isBroken(value: unknown): boolean {
  return typeof value === "string" && /[\p{Cs}\0\ufffd\u202a-\u202e]/u.test(value);
}

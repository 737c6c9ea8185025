import { expect, it } from "vitest";
import { allHostileVectors } from "@/lib/domain/testing/hostile-vectors";
import { asId } from "@/lib/domain/ids";
import { stateOf } from "@/lib/domain/pipeline/case";
import { IMPORT_KINDS } from "./batch";
import { openDesk } from "./desk";
import { IMPORT_FIELDS } from "./fields";
import { gatherNames, namedAfter } from "./file-names";
import type { KnownRecords } from "./known";
import { newChannelsMost } from "./row-credit";
import { planOf, planTools } from "./testing/planning";

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

it("201 new channels in a file are 200 and a refused row; in a team of 1,999 one is left, in one of 2,000 none", () => {
  const rows = Array.from({ length: 201 }, (_, at) => [`l${at}`, "2026-03-01", `Kanal ${at}`]);
  const made = (channels: number) => {
    const { counts } = planOf("leads", LEAD, rows, { newChannelsMost: newChannelsMost(channels) });
    return [counts.create, counts.reject];
  };
  expect([made(1), made(1999), made(2000), made(2001)]).toEqual([
    [200, 1],
    [1, 200],
    [0, 201],
    [0, 201],
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

it("the plan is the same however the file is cut into parts, though rows of one case stand far apart", () => {
  const header = ["external_id", "lead_external_id", "opened_on", "won_on", "lost_on", "channel", "amount"] as const;
  const known = knownLeads("a", "b");
  const rows = [
    ["o1", "a", "2026-03-01", "2026-03-09", "", "Messe", "100"],
    ["o2", "b", "2026-03-01", "", "", "", ""],
    ["o3", "", "2026-03-02", "", "2026-03-04", "messe", ""],
    ["o1", "a", "2026-03-01", "2026-03-09", "", "Messe", "100"],
    ["o1", "a", "2026-03-02", "", "", "", ""],
    ["o4", "a", "2026-03-03", "", "2026-03-05", "Annonse", ""],
    ["o5", "b", "2026-03-01", "2026-03-12", "", "", "200"],
    ["o6", "lead-b", "2026-03-05", "", "", "", ""],
  ];
  const [whole, ...cut] = [100, 1, 3].map((rowsPerPart) =>
    planOf("opportunities", header, rows, { known, rowsPerPart }),
  );
  expect(whole?.counts).toEqual({ create: 6, update: 0, skip: 1, reject: 1 });
  expect(whole?.channels).toEqual(["Messe", "Annonse"]);
  for (const plan of cut) {
    expect(plan.parts.length).toBeGreaterThan(2);
    expect({ ...plan, parts: [], changes: [] }).toEqual({ ...whole, parts: [], changes: [] });
    expect(outcomesOf(plan)).toEqual(outcomesOf(whole));
    expect({ ...plan.changes, cases: [] }).toEqual({ ...whole?.changes, cases: [] });
  }
});

it("a case that no later row names is let go: a plan holds its parts, not the file", () => {
  const known = knownLeads("a", "b");
  const desk = openDesk(known, new Map(), planTools());
  const { names, add } = gatherNames("opportunities", { lead_external_id: 0 });
  add({ cells: ["a"] }, 0);
  add({ cells: ["b"] }, 0);
  add({ cells: ["lead-b"] }, 7);
  expect([...desk.carriedOn(namedAfter(names, 0)).cases.keys()]).toEqual(["lead-b"]);
  expect([...desk.carriedOn(namedAfter(names, 7)).cases.keys()]).toEqual([]);
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

/** Leads that came in before, called by these names and found by ids like "lead-a". */
function knownLeads(...names: readonly string[]): KnownRecords {
  const header = ["external_id", "came_in_on"] as const;
  const ids = names.map((name) => `lead-${name}`);
  const { changes } = planOf(
    "leads",
    header,
    names.map((name) => [name, "2026-01-01"]),
    { newId: () => asId(ids.shift() ?? "") },
  );
  return {
    leads: changes.leads.map((lead) => ({ ...lead, batchId: null, erased: false })),
    opportunities: [],
    deals: [],
    cases: new Map(changes.cases.flatMap(({ after }) => (after.lead ? [[after.lead.id, after] as const] : []))),
  };
}

/** What every case has come to, by its key. */
function outcomesOf(plan: ReturnType<typeof planOf> | undefined) {
  const cases = plan?.changes.cases ?? [];
  return new Map(cases.map(({ after }) => [after.lead?.id ?? after.opportunities[0]?.id, stateOf(after)]));
}

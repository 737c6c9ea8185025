import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case, Decision } from "../case";
import { stateOf } from "../case";
import { LEAD_KINDS, OPPORTUNITY_KINDS } from "../kinds";
import { type LeadState, replayLead, replayOpportunity } from "../replay";
import { answer, at, credit, LEAD, on, OPPORTUNITY, rowsOf, scene, UNKNOWN } from "../testing/scene";
import { standing } from "../transition";

const index = fc.nat({ max: 30 });
const when = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map(at),
  fc.integer({ min: 1, max: 30 }).map(on),
  fc.constant(UNKNOWN),
);
const opportunityId = fc.constantFrom("o1", "o2", "o3");
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("open" as const), id: opportunityId, when }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("move" as const),
      id: opportunityId,
      to: fc.constantFrom(...Object.values(OPPORTUNITY)),
      when,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("moveLead" as const), to: fc.constantFrom(...Object.values(LEAD)), when }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("sell" as const), when }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("credit" as const),
      id: fc.option(opportunityId),
      owner: fc.constantFrom("kari", "ola"),
      when,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("undo" as const), index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("void" as const), index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("undoBatch" as const), batch: fc.constantFrom("b1", "b2") }) },
);
const steps = fc.array(fc.record({ step, batch: fc.constantFrom(null, null, "b1", "b2") }), { maxLength: 25 });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Scene = ReturnType<typeof scene>;

describe("whatever is done to a case, in whatever order", () => {
  it("what the lead is, and what its opportunities and deals are, never contradict each other", () => {
    play(({ file }) => expect(contradictions(file)).toEqual([]));
  });

  it("no row enters a kind of the other subject, and none leaves a stage that its record was not in", () => {
    play(({ file }) => expect(logs(file).flatMap(illegalRows)).toEqual([]));
  });

  it("what is undone had might as well not have happened: replay of what stands = replay of the whole log", () => {
    play(({ file, state }) => {
      const opportunities = file.opportunities.map(({ rows }) => replayOpportunity(standing(rows)));
      expect(opportunities.filter((one) => one !== null)).toEqual([...state.opportunities.values()]);
      const lead = replayLead(standing(file.lead?.rows ?? []), [...state.opportunities.values()]);
      expect(lead).toEqual(state.lead);
    });
  });

  it("undoing what was done last restores the former state and the former deals exactly", () => {
    let undone = 0;
    play(({ file }, { before, decision }) => {
      const row = decision.kind === "decided" ? decision.rows[0] : undefined;
      if (!row || row.undoesId !== null) return;
      const then = scene(file);
      expect(answer(then.undo(row.id, at(40)))).toBe("decided");
      expect({ state: then.state, deals: then.liveDeals }).toEqual(before);
      undone += 1;
    });
    expect(undone).toBeGreaterThan(100);
  });

  it("L = open + not a fit + direct + qualified, and Q = open + lost + customers: every lead is in one part", () => {
    play(({ state }) => {
      if (state.lead && state.lead.kind !== "excluded") expect(partsOf(state.lead)).toHaveLength(1);
    });
  });

  it("a refusal or an unchanged record leaves the log as it was", () => {
    play(({ file }, { decision, rowsBefore }) => {
      if (decision.kind !== "decided") expect(rowsOf(file)).toHaveLength(rowsBefore);
    });
  });
});

/** Plays many random lives of a lead, checking after each step. */
function play(
  check: (
    now: Scene,
    last: { before: { state: unknown; deals: unknown }; rowsBefore: number; decision: Decision },
  ) => void,
): void {
  const property = fc.property(fc.boolean(), steps, (withLead, all) => {
    const now = scene();
    if (withLead) now.cameIn(at(5));
    for (const { step: done, batch } of all) {
      const before = { state: now.state, deals: now.liveDeals };
      const rowsBefore = rowsOf(now.file).length;
      now.importing(batch);
      const decision = take(now, done);
      if (decision) check(now, { before, rowsBefore, decision });
    }
  });
  fc.assert(property, { numRuns: 400 });
}

function take(now: Scene, done: Step): Decision | null {
  const rows = rowsOf(now.file);
  switch (done.do) {
    case "open":
      return now.file.opportunities.some(({ id }) => id === done.id) ? null : now.open(done.id, done.when);
    case "move":
      return now.move(done.id, done.to, done.when);
    case "moveLead":
      return now.moveLead(done.to, done.when);
    case "sell":
      return now.sell(done.when);
    case "credit":
      return now.credit(done.id, credit(null, done.owner), done.when);
    case "undo":
      return now.undo(rows[done.index % Math.max(rows.length, 1)]?.id, at(35));
    case "void":
      return now.void(now.file.deals[done.index % Math.max(now.file.deals.length, 1)]?.id, at(35));
    case "undoBatch":
      return now.undoBatch(done.batch, at(35));
  }
}

function contradictions(file: Case): string[] {
  const { lead, opportunities } = stateOf(file);
  const live = file.deals.filter((deal) => !deal.voided);
  const kinds = [...opportunities.values()].map(({ kind }) => kind);
  const won = [...opportunities].filter(([, { kind }]) => kind === "won").map(([id]) => id);
  const sold = live.flatMap(({ opportunityId }) => opportunityId ?? []);
  const direct = live.some(({ opportunityId }) => opportunityId === null);
  const found = [
    won.toSorted().join() !== sold.toSorted().join() && "a win without its deal, or a deal without its win",
  ];
  if (file.lead && !lead) found.push((kinds.length > 0 || live.length > 0) && "records without their lead");
  if (lead && lead.kind !== "excluded") {
    const isCustomer = lead.kind === "customer";
    found.push(
      isCustomer !== (won.length > 0 || direct) && "a customer without a deal, or a deal without a customer",
      lead.kind === "open" && kinds.length > 0 && "an open lead with opportunities",
      lead.kind === "qualified" && kinds.length === 0 && "a qualified lead without opportunities",
      lead.kind === "not_a_fit" && kinds.includes("open") && "not a fit, with an open opportunity",
      (lead.decided !== null) !== (isCustomer || lead.kind === "not_a_fit") && "decided and undecided",
    );
  }
  return found.filter((one) => one !== false);
}

function logs(file: Case) {
  return [file.lead?.rows ?? [], ...file.opportunities.map(({ rows }) => rows)];
}

function illegalRows(rows: Case["opportunities"][number]["rows"]): string[] {
  return rows.flatMap((row, i) => {
    const kinds: readonly (string | null)[] = row.subject === "lead" ? LEAD_KINDS : OPPORTUNITY_KINDS;
    const before = rows[i - 1] ?? null;
    return [
      ...(row.toKind !== null && !kinds.includes(row.toKind) ? [`${row.subject} in ${row.toKind}`] : []),
      ...(row.fromStageId !== (before?.toStageId ?? null) ? [`${row.id} leaves another stage`] : []),
      ...(row.toKind === null && row.undoesId === null ? [`${row.id} leads nowhere`] : []),
    ];
  });
}

function partsOf(lead: LeadState): string[] {
  const customer = lead.kind === "customer";
  return [
    ...(!lead.qualified && lead.kind === "open" ? ["open"] : []),
    ...(!lead.qualified && lead.kind === "not_a_fit" ? ["notAFit"] : []),
    ...(!lead.qualified && customer ? ["direct"] : []),
    ...(lead.qualified && !customer && lead.opportunityKind === "open" ? ["qualifiedOpen"] : []),
    ...(lead.qualified && !customer && lead.opportunityKind === "lost" ? ["qualifiedLost"] : []),
    ...(lead.qualified && customer ? ["customers"] : []),
  ];
}

import { describe, expect, it } from "vitest";
import { LEAD_KINDS } from "../kinds";
import { answer, at, firstOf, LEAD, OPPORTUNITY, rowsOf, scene } from "../testing/scene";

type Scene = ReturnType<typeof scene>;

const REACH: Record<(typeof LEAD_KINDS)[number], (case_: Scene) => void> = {
  open: () => undefined,
  qualified: (case_) => void case_.open("o1", at(6)),
  customer: (case_) => void case_.sell(at(6)),
  not_a_fit: (case_) => void case_.moveLead(LEAD.notAFit, at(6)),
  excluded: (case_) => void case_.moveLead(LEAD.excluded, at(6)),
};
const TARGETS = [LEAD.contacted, LEAD.qualified, LEAD.customer, LEAD.notAFit, LEAD.excluded];
const y = "decided";
const n = "already-decided";
/** From each kind, to open, qualified, customer, not a fit, excluded. */
const MOVES: Record<(typeof LEAD_KINDS)[number], readonly string[]> = {
  open: [y, n, n, y, y],
  qualified: [n, "unchanged", n, "opportunity-open", y],
  customer: [n, n, "unchanged", n, y],
  not_a_fit: [y, n, n, "unchanged", y],
  excluded: [n, n, n, n, "unchanged"],
};

describe.each(LEAD_KINDS)("by hand, a lead that is %s", (kind) => {
  it.each(TARGETS.map((to, i) => ({ to, expected: MOVES[kind][i] })))("to $to.kind: $expected", ({ to, expected }) => {
    const case_ = leadIn(kind);
    expect(answer(case_.moveLead(to, at(8)))).toBe(expected);
  });
});

describe("not a fit", () => {
  it("is refused while 1 of 2 opportunities is open, and possible when both are lost", () => {
    const case_ = leadIn("qualified");
    case_.open("o2", at(7));
    case_.move("o1", OPPORTUNITY.lost, at(8));
    expect(answer(case_.moveLead(LEAD.notAFit, at(9)))).toBe("opportunity-open");
    case_.move("o2", OPPORTUNITY.lost, at(9));
    expect(answer(case_.moveLead(LEAD.notAFit, at(10)))).toBe("decided");
    expect(case_.state.lead).toMatchObject({ kind: "not_a_fit", qualified: true, decided: at(10) });
  });

  it("goes back to qualified with an opportunity, to open without", () => {
    const case_ = leadIn("qualified");
    case_.move("o1", OPPORTUNITY.lost, at(8));
    case_.moveLead(LEAD.notAFit, at(9));
    expect(answer(case_.moveLead(LEAD.fresh, at(10)))).toBe("already-decided");
    expect(answer(case_.moveLead(LEAD.qualified, at(10)))).toBe("decided");
  });
});

describe("out of the rates and in again", () => {
  it("keeps its reason while it is out, and is again exactly what it was", () => {
    const case_ = leadIn("not_a_fit");
    const before = case_.state;
    case_.moveLead(LEAD.excluded, at(8), "spam");
    expect(case_.state.lead).toMatchObject({ kind: "excluded", excludedAs: "spam", decided: null });
    expect(answer(case_.moveLead(LEAD.fresh, at(9)))).toBe("already-decided");
    expect(answer(case_.moveLead(LEAD.notAFit, at(9)))).toBe("decided");
    expect(case_.state).toEqual(before);
  });

  it("of two exclusions only the last is where it comes back from", () => {
    const case_ = leadIn("open");
    case_.moveLead(LEAD.excluded, at(7));
    case_.moveLead(LEAD.fresh, at(8));
    case_.moveLead(LEAD.contacted, at(9));
    case_.moveLead(LEAD.excluded, at(10));
    expect(answer(case_.moveLead(LEAD.fresh, at(11)))).toBe("already-decided");
    expect(answer(case_.moveLead(LEAD.contacted, at(11)))).toBe("decided");
  });

  it("an opportunity won meanwhile: it comes back as a customer since that win", () => {
    const case_ = leadIn("qualified");
    case_.moveLead(LEAD.excluded, at(8));
    expect(case_.move("o1", OPPORTUNITY.won, at(9))).toMatchObject({ rows: [{ subject: "opportunity" }] });
    case_.moveLead(LEAD.qualified, at(10));
    expect(case_.state.lead).toMatchObject({ kind: "customer", decided: at(9), qualified: true });
  });

  it("an opportunity reopened meanwhile: what was not a fit comes back as qualified", () => {
    const case_ = leadIn("qualified");
    case_.move("o1", OPPORTUNITY.lost, at(7));
    case_.moveLead(LEAD.notAFit, at(8));
    case_.moveLead(LEAD.excluded, at(9));
    const reopened = case_.move("o1", OPPORTUNITY.trial, at(10));
    case_.moveLead(LEAD.notAFit, at(11));
    expect(case_.state.lead).toMatchObject({ kind: "qualified", decided: null });
    case_.undo(firstOf(reopened), at(12));
    expect(case_.state.lead).toMatchObject({ kind: "not_a_fit", decided: at(8) });
  });
});

it("a move to the stage where it is writes nothing", () => {
  const case_ = leadIn("open");
  expect(case_.moveLead(LEAD.fresh, at(8))).toEqual({ kind: "unchanged" });
  expect(rowsOf(case_.file)).toHaveLength(1);
});

it("a lead that is not there is not found", () => {
  expect(answer(scene().moveLead(LEAD.contacted, at(1)))).toBe("not-found");
});

it("a reason to exclude is kept only by a row that excludes", () => {
  expect(leadIn("open").moveLead(LEAD.notAFit, at(8), "spam")).toMatchObject({ rows: [{ excludedAs: null }] });
  expect(leadIn("open").moveLead(LEAD.excluded, at(8), "spam")).toMatchObject({ rows: [{ excludedAs: "spam" }] });
});

function leadIn(kind: (typeof LEAD_KINDS)[number]): Scene {
  const case_ = scene();
  case_.cameIn(at(5));
  REACH[kind](case_);
  return case_;
}

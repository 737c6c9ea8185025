import { expect, it } from "vitest";
import { answer, at, firstOf, LEAD, OPPORTUNITY, rowsOf, scene } from "../testing/scene";

it("a lead sold to directly becomes a customer in 1 row that nothing caused", () => {
  const case_ = lead();
  expect(case_.sell(at(8))).toMatchObject({ rows: [{ fromKind: "open", toKind: "customer", causeId: null }] });
});

it("also one that was not a fit, and one that is qualified", () => {
  const refused = lead();
  refused.moveLead(LEAD.notAFit, at(6));
  refused.sell(at(8));
  expect(refused.state.lead).toMatchObject({ kind: "customer", decided: at(8) });
  const qualified = lead();
  qualified.open("o1", at(6));
  qualified.sell(at(8));
  expect(qualified.state.lead).toMatchObject({ kind: "customer", qualified: true, opportunityKind: "open" });
});

it("2 direct deals: 1 customer, 1 row, since the first", () => {
  const case_ = lead();
  case_.sell(at(8));
  expect(case_.sell(at(9))).toEqual({ kind: "decided", rows: [], voids: [] });
  expect(case_.state.lead).toMatchObject({ decided: at(8) });
  expect(rowsOf(case_.file)).toHaveLength(2);
});

it("after a win, a direct deal does not convert again", () => {
  const case_ = lead();
  case_.open("o1", at(6));
  case_.move("o1", OPPORTUNITY.won, at(7));
  expect(case_.sell(at(9))).toMatchObject({ rows: [] });
});

it("is refused for a lead that is excluded, and for one that is not there", () => {
  const case_ = lead();
  case_.moveLead(LEAD.excluded, at(6));
  expect(answer(case_.sell(at(8)))).toBe("already-decided");
  expect(answer(scene().sell(at(8)))).toBe("not-found");
  const gone = scene();
  gone.undo(firstOf(gone.cameIn(at(3))), at(4));
  expect(answer(gone.sell(at(5)))).toBe("not-found");
});

function lead() {
  const case_ = scene();
  case_.cameIn(at(5));
  return case_;
}

import { expect, it } from "vitest";
import { answer, at, credit, firstOf, LEAD, OPPORTUNITY, rowsOf, scene } from "../testing/scene";

it("a lead brought in, qualified and sold by one import is gone again, with its deal; all 10 rows stay in the log", () => {
  const case_ = imported();
  expect(rowsOf(case_.file)).toHaveLength(5);
  expect(case_.undoBatch("b1", at(20))).toMatchObject({ voids: [expect.any(String)] });
  expect(case_.state).toMatchObject({ lead: null, opportunities: new Map() });
  expect(rowsOf(case_.file)).toHaveLength(10);
  expect(case_.liveDeals).toEqual([]);
});

it("undoing it twice undoes nothing more", () => {
  const case_ = imported();
  case_.undoBatch("b1", at(20));
  expect(case_.undoBatch("b1", at(21))).toEqual({ kind: "decided", rows: [], voids: [] });
});

it("what was there before it is again as it was", () => {
  const case_ = scene();
  case_.cameIn(at(1));
  case_.open("o0", at(2));
  const before = case_.state;
  case_.importing("b1");
  case_.open("o1", at(3));
  case_.move("o1", OPPORTUNITY.won, at(4));
  case_.move("o0", OPPORTUNITY.lost, at(4));
  case_.importing(null);
  case_.undoBatch("b1", at(20));
  expect(case_.state).toEqual(before);
});

it("a deal that it added to a customer is voided, and the customer stays one", () => {
  const case_ = scene();
  case_.cameIn(at(1));
  case_.sell(at(2));
  const own = case_.liveDeals;
  case_.importing("b1");
  case_.sell(at(3));
  case_.importing(null);
  expect(case_.undoBatch("b1", at(20))).toMatchObject({ rows: [] });
  expect(case_.liveDeals).toEqual(own);
  expect(case_.state.lead).toMatchObject({ kind: "customer", decided: at(2) });
});

it("a win that it recorded takes its deal with it, also one that came by hand", () => {
  const { file } = imported();
  const case_ = scene({ ...file, deals: file.deals.map((deal) => ({ ...deal, batchId: null })) });
  case_.undoBatch("b1", at(20));
  expect(case_.liveDeals).toEqual([]);
});

it("a deal that it added, left as the only one, takes the customer with it", () => {
  const case_ = scene();
  case_.cameIn(at(1));
  case_.sell(at(2));
  const [own] = case_.liveDeals;
  case_.importing("b1");
  case_.sell(at(3));
  case_.importing(null);
  case_.void(own, at(4));
  case_.undoBatch("b1", at(20));
  expect(case_.state.lead).toMatchObject({ kind: "open" });
  expect(case_.liveDeals).toEqual([]);
});

it("is refused when somebody has moved one of its records since, or hung another on it", () => {
  const moved = imported();
  moved.moveLead(LEAD.excluded, at(15));
  const opened = imported();
  opened.open("o2", at(15));
  const sold = imported();
  sold.sell(at(15));
  for (const case_ of [moved, opened, sold]) {
    const before = case_.file;
    expect(answer(case_.undoBatch("b1", at(20)))).toBe("not-last");
    expect(case_.file).toBe(before);
  }
});

it("a lead that a later undo made qualified by the import's opportunity is what it was before both", () => {
  const case_ = scene();
  case_.cameIn(at(1));
  const before = case_.state;
  const byHand = case_.open("o1", at(2));
  case_.importing("b1");
  case_.open("o2", at(3));
  case_.importing(null);
  case_.undo(firstOf(byHand), at(4));
  case_.undoBatch("b1", at(20));
  expect(case_.state).toEqual(before);
});

it("a new owner since then does not hold it back", () => {
  const case_ = imported();
  case_.credit("o1", credit(null, "ola"), at(15));
  expect(answer(case_.undoBatch("b1", at(20)))).toBe("decided");
  expect(case_.state.opportunities.size).toBe(0);
});

function imported() {
  const case_ = scene();
  case_.importing("b1");
  case_.cameIn(at(5));
  case_.open("o1", at(6));
  case_.move("o1", OPPORTUNITY.won, at(7));
  case_.importing(null);
  return case_;
}

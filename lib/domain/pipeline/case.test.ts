import { expect, it } from "vitest";
import { asId } from "@/lib/domain/ids";
import { EMPTY_CASE, stateOf, withDeal, withRows, withVoided } from "./case";
import { at, firstOf, OPPORTUNITY, rowsOf, scene } from "./testing/scene";

it("recording a case's rows one by one in an empty case gives the case again", () => {
  const { file } = lived();
  expect(withRows(EMPTY_CASE, rowsOf(file))).toEqual({ ...file, deals: [] });
});

it("3 opportunities of which one's opening is undone: the state has 2, the log keeps all 4 rows", () => {
  const case_ = scene();
  case_.open("o1", at(1));
  case_.open("o2", at(2));
  const opened = case_.open("o3", at(3));
  case_.undo(firstOf(opened), at(4));
  expect([...case_.state.opportunities.keys()]).toEqual(["o1", "o2"]);
  expect(rowsOf(case_.file)).toHaveLength(4);
});

it("a case without a lead has no lead's state, however many opportunities it has", () => {
  const case_ = scene();
  case_.open("o1", at(1));
  expect(stateOf(case_.file).lead).toBeNull();
});

it("voiding names deals: the others stay live", () => {
  const deal = { opportunityId: null, signed: at(1), voided: false, batchId: null };
  const file = withDeal(withDeal(EMPTY_CASE, { ...deal, id: asId("a") }), { ...deal, id: asId("b") });
  expect(withVoided(file, [asId("b")]).deals.map(({ voided }) => voided)).toEqual([false, true]);
});

it("recording never changes the case that it was given", () => {
  const before = lived();
  const copy = structuredClone(before.file);
  const { file } = before;
  before.move("o1", OPPORTUNITY.won, at(9));
  expect(file).toEqual(copy);
});

function lived() {
  const case_ = scene();
  case_.cameIn(at(1));
  case_.open("o1", at(2));
  case_.open("o2", at(3));
  case_.move("o2", OPPORTUNITY.lost, at(4));
  return case_;
}

import { expect, it } from "vitest";
import { answer, at, credit, firstOf, OPPORTUNITY, rowsOf, scene } from "../testing/scene";

it("a new owner is a row that keeps its stage: the stage's time and the record's outcome stay", () => {
  const case_ = case1();
  const before = case_.state.lead;
  case_.credit(null, credit("seo", "ola"), at(20));
  expect(rowsOf(case_.file)[1]).toMatchObject({ fromStageId: "fresh", toStageId: "fresh", ownerId: "ola" });
  expect(case_.state.lead).toEqual({ ...before, ownerId: "ola", credited: { ...before?.credited, ownerId: "ola" } });
});

it("the same credit again writes nothing", () => {
  expect(case1().credit(null, credit("seo", "kari"), at(20))).toEqual({ kind: "unchanged" });
});

it("an opportunity's owner is its own: the lead keeps its", () => {
  const case_ = case1();
  case_.open("o1", at(6), credit("seo", "kari"));
  case_.credit("o1", credit("seo", "ola"), at(7));
  expect(case_.state.lead?.ownerId).toBe("kari");
});

it("undoing it brings the former owner back, and voids no deal of a record that is won", () => {
  const case_ = case1();
  case_.open("o1", at(6), credit("seo", "kari"));
  case_.move("o1", OPPORTUNITY.won, at(7));
  case_.sell(at(8));
  const before = { state: case_.state, deals: case_.liveDeals };
  for (const id of ["o1", null]) case_.undo(firstOf(case_.credit(id, credit("seo", "ola"), at(9))), at(10));
  expect({ state: case_.state, deals: case_.liveDeals }).toEqual(before);
  expect(before.deals).toHaveLength(2);
});

it("a record that is not there is not found", () => {
  expect(answer(scene().credit("o1", credit("seo", "ola"), at(1)))).toBe("not-found");
  expect(answer(scene().credit(null, credit("seo", "ola"), at(1)))).toBe("not-found");
});

function case1() {
  const case_ = scene();
  case_.cameIn(at(5), credit("seo", "kari"));
  return case_;
}

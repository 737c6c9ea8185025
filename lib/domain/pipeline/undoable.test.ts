import { expect, it } from "vitest";
import { asId, type OpportunityId, type StageId, type TransitionId } from "@/lib/domain/ids";
import { undoableIn, withoutOthersDeals } from "./undoable";

it("the last move of a lead is offered, not the ones before", () => {
  expect(offered([lead("1", null, "a"), lead("2", "a", "b"), lead("3", "b", "c")])).toEqual(["3"]);
});

it("a row that keeps the stage does not stand in the way of the move before it", () => {
  expect(offered([lead("1", null, "a"), lead("2", "a", "b"), lead("3", "b", "b")])).toEqual(["2"]);
});

it("after an undo, the move before is the last one again", () => {
  expect(offered([lead("1", null, "a"), lead("2", "a", "b"), { ...lead("3", "b", "a"), undoesId: id("2") }])).toEqual([
    "1",
  ]);
});

it("what an opportunity brought about on its lead is undone with the opportunity's row", () => {
  const caused = { ...lead("3", "a", "q"), causeId: id("2") };
  expect(offered([lead("1", null, "a"), opportunity("2", null, "o"), caused])).toEqual(["2"]);
});

it("a lead keeps its coming in while an opportunity stands on it", () => {
  expect(offered([lead("1", null, "a"), opportunity("2", null, "o")])).toEqual(["2"]);
});

it("whoever may not void deals is offered their own win, another's move, and what a win brought about, but not another's win", () => {
  const [me, other] = [{ actorKind: "user", actorId: "me" } as const, { actorKind: "user", actorId: "other" } as const];
  const win = { fromKind: "open", toKind: "won", causeId: null, canUndo: true } as const;
  const sale = { fromKind: "open", toKind: "customer", causeId: null, canUndo: true } as const;
  const rows = [
    { ...win, ...me },
    { ...win, ...other },
    { ...win, ...me, actorKind: "key" as const },
    { ...win, ...other, toKind: "lost" as const },
    { ...sale, ...other },
    { ...sale, ...other, causeId: id("1") },
  ];
  expect(withoutOthersDeals(rows, me).map(({ canUndo }) => canUndo)).toEqual([true, false, false, true, false, true]);
});

it("nothing is left to undo once the coming in is undone", () => {
  expect(offered([lead("1", null, "a"), { ...lead("2", "a", null), undoesId: id("1") }])).toEqual([]);
});

type Row = Parameters<typeof undoableIn>[0][number];

function lead(name: string, from: string | null, to: string | null): Row {
  return { id: id(name), subject: "lead", opportunityId: null, ...stages(from, to), undoesId: null, causeId: null };
}

function opportunity(name: string, from: string | null, to: string | null): Row {
  return { ...lead(name, from, to), subject: "opportunity", opportunityId: asId<OpportunityId>("opportunity") };
}

function stages(from: string | null, to: string | null) {
  const stage = (name: string | null) => (name === null ? null : asId<StageId>(name));
  return { fromStageId: stage(from), toStageId: stage(to) };
}

function id(name: string): TransitionId {
  return asId<TransitionId>(name);
}

function offered(rows: readonly Row[]): readonly string[] {
  return [...undoableIn(rows)];
}

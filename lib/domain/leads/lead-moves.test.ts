import { expect, it } from "vitest";
import { asId, type StageId } from "@/lib/domain/ids";
import type { LeadKind } from "@/lib/domain/pipeline/kinds";
import { leadMovesFrom, type LoggedMove } from "./lead-moves";

const stages = (["open", "open", "qualified", "customer", "not_a_fit", "excluded"] as const).map((kind, i) => ({
  id: asId<StageId>(`${kind}${i}`),
  name: kind,
  kind,
}));

it("an open lead may go on to other open stages, be not a fit, or be held out", () => {
  expect(moves("open", "open0")).toEqual({
    onwards: ["open1"],
    notAFit: ["not_a_fit4"],
    exclude: ["excluded5"],
    backIn: [],
  });
});

it("a lead with an open opportunity is not offered as not a fit", () => {
  expect(moves("qualified", "qualified2", ["open"]).notAFit).toEqual([]);
  expect(moves("qualified", "qualified2", ["lost"]).notAFit).toEqual(["not_a_fit4"]);
});

it("not a fit goes back to open, or to qualified when it has opportunities", () => {
  expect(moves("not_a_fit", "not_a_fit4").onwards).toEqual(["open0", "open1"]);
  expect(moves("not_a_fit", "not_a_fit4", ["lost"]).onwards).toEqual(["qualified2"]);
});

it("a held out lead goes back where it was and nowhere else", () => {
  expect(moves("excluded", "excluded5")).toEqual({ onwards: [], notAFit: [], exclude: [], backIn: ["open1"] });
});

it("a customer can only be held out, and a lead that was taken back goes nowhere", () => {
  expect(moves("customer", "customer3")).toEqual({ onwards: [], notAFit: [], exclude: ["excluded5"], backIn: [] });
  expect(moves(null, null)).toEqual({ onwards: [], notAFit: [], exclude: [], backIn: [] });
});

const LOG: readonly LoggedMove[] = [
  {
    subject: "lead",
    fromKind: "open",
    fromStageId: asId<StageId>("open1"),
    toKind: "excluded",
    undoesId: null,
    undone: false,
  },
];

function moves(kind: LeadKind | null, stageId: string | null, opportunities: readonly ("open" | "lost")[] = []) {
  const around = { stages, log: LOG, opportunities: opportunities.map((one) => ({ kind: one })) };
  const { onwards, notAFit, exclude, backIn } = leadMovesFrom({ kind, stageId }, around);
  const ids = (rows: readonly { readonly id: StageId }[]) => rows.map(({ id }) => id);
  return { onwards: ids(onwards), notAFit: ids(notAFit), exclude: ids(exclude), backIn: ids(backIn) };
}

import { describe, expect, it } from "vitest";
import { asId } from "@/lib/domain/ids";
import { answer, at, firstOf, LEAD, OPPORTUNITY, rowsOf, scene } from "../testing/scene";

const y = "decided";
const n = "already-decided";

describe.each([
  { kind: "open" as const, to: [y, y, y, y] },
  { kind: "won" as const, to: [n, n, "unchanged", n] },
  { kind: "lost" as const, to: [y, y, n, "unchanged"] },
])("an opportunity that is $kind", ({ kind, to }) => {
  const targets = [OPPORTUNITY.trial, OPPORTUNITY.proposal, OPPORTUNITY.won, OPPORTUNITY.lost];
  it.each(targets.map((target, i) => ({ target, expected: to[i] })))(
    "to $target.id: $expected",
    ({ target, expected }) => {
      const case_ = withOpportunity();
      if (kind !== "open") case_.move("o1", OPPORTUNITY[kind], at(7));
      expect(answer(case_.move("o1", target, at(8)))).toBe(expected);
    },
  );
});

describe("winning", () => {
  it("writes 2 rows: the win, and the lead's becoming a customer, caused by it", () => {
    const case_ = withOpportunity();
    const won = case_.move("o1", OPPORTUNITY.won, at(8));
    expect(won).toMatchObject({
      rows: [{ subject: "opportunity" }, { toKind: "customer", causeId: firstOf(won), ...at(8) }],
    });
  });

  it("a second time on the same lead writes 1 row: it converts once", () => {
    const case_ = withOpportunity();
    case_.open("o2", at(6));
    case_.move("o1", OPPORTUNITY.won, at(8));
    expect(case_.move("o2", OPPORTUNITY.won, at(9))).toMatchObject({ rows: [{ subject: "opportunity" }] });
    expect(case_.state.lead).toMatchObject({ decided: at(8) });
  });

  it("of an excluded lead's opportunity, and of one without a lead, moves no lead", () => {
    const excluded = withOpportunity();
    excluded.moveLead(LEAD.excluded, at(7));
    expect(excluded.move("o1", OPPORTUNITY.won, at(8))).toMatchObject({ rows: [{ subject: "opportunity" }] });
    const walkIn = scene();
    walkIn.open("o1", at(5));
    walkIn.move("o1", OPPORTUNITY.won, at(8));
    expect(rowsOf(walkIn.file).map(({ subject }) => subject)).toEqual(["opportunity", "opportunity"]);
  });
});

describe("losing", () => {
  it("keeps the lead qualified and undecided until somebody says that it is not a fit", () => {
    const case_ = withOpportunity();
    case_.move("o1", OPPORTUNITY.lost, at(8), asId("price"));
    expect(case_.state.lead).toMatchObject({ kind: "qualified", decided: null, opportunityKind: "lost" });
    expect(case_.state.opportunities.get(asId("o1"))).toMatchObject({ lostReasonId: "price" });
  });

  it("alone has a reason: one given with another move is not kept", () => {
    const case_ = withOpportunity();
    expect(case_.move("o1", OPPORTUNITY.trial, at(8), asId("price"))).toMatchObject({ rows: [{ lostReasonId: null }] });
  });
});

describe("opening again after a loss", () => {
  it("makes a lead that was not a fit qualified, and undoing it makes it not a fit again since then", () => {
    const case_ = withOpportunity();
    case_.move("o1", OPPORTUNITY.lost, at(8));
    case_.moveLead(LEAD.notAFit, at(9));
    const reopened = case_.move("o1", OPPORTUNITY.proposal, at(10));
    expect(case_.state.lead).toMatchObject({ kind: "qualified", decided: null });
    case_.undo(firstOf(reopened), at(11));
    expect(case_.state.lead).toMatchObject({ kind: "not_a_fit", decided: at(9) });
  });
});

it("an opportunity that is not there, or no longer, is not found", () => {
  const case_ = scene();
  expect(answer(case_.move("o1", OPPORTUNITY.trial, at(8)))).toBe("not-found");
  case_.undo(firstOf(case_.open("o1", at(5))), at(6));
  expect(answer(case_.move("o1", OPPORTUNITY.trial, at(8)))).toBe("not-found");
});

it("a move keeps the credit that the record has", () => {
  const case_ = scene();
  case_.open("o1", at(5), { channelId: asId("seo"), campaignId: asId("spring"), ownerId: asId("kari") });
  const moved = case_.move("o1", OPPORTUNITY.trial, at(8));
  expect(moved).toMatchObject({ rows: [{ channelId: "seo", campaignId: "spring", ownerId: "kari" }] });
});

function withOpportunity() {
  const case_ = scene();
  case_.cameIn(at(4));
  case_.open("o1", at(5));
  return case_;
}

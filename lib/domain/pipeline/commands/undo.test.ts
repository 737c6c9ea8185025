import { describe, expect, it } from "vitest";
import { asId } from "@/lib/domain/ids";
import { answer, at, credit, firstOf, LEAD, on, OPPORTUNITY, rowsOf, scene } from "../testing/scene";

describe("undoing a row", () => {
  it("appends its mirror, from where it led to where it came from, now; nothing is removed", () => {
    const case_ = withOpportunity();
    const moved = case_.move("o1", OPPORTUNITY.trial, at(7));
    const rows = rowsOf(case_.file);
    const mirror = { fromStageId: "trial", toStageId: "demo", undoesId: firstOf(moved), causeId: null, ...at(9) };
    expect(case_.undo(firstOf(moved), at(9))).toMatchObject({ rows: [mirror], voids: [] });
    expect(rowsOf(case_.file)).toEqual(expect.arrayContaining([...rows]));
    expect(rowsOf(case_.file)).toHaveLength(rows.length + 1);
  });

  it("a second time is refused, and so is undoing the undo", () => {
    const case_ = withOpportunity();
    const moved = case_.move("o1", OPPORTUNITY.trial, at(7));
    const undone = case_.undo(firstOf(moved), at(9));
    expect(answer(case_.undo(firstOf(moved), at(10)))).toBe("already-undone");
    expect(answer(case_.undo(firstOf(undone), at(10)))).toBe("already-undone");
  });

  it("only the last move of a record can be undone; going back one by one undoes them all", () => {
    const case_ = withOpportunity();
    const before = case_.state;
    const first = case_.move("o1", OPPORTUNITY.trial, at(7));
    const second = case_.move("o1", OPPORTUNITY.proposal, at(8));
    expect(answer(case_.undo(firstOf(first), at(9)))).toBe("not-last");
    case_.undo(firstOf(second), at(9));
    case_.undo(firstOf(first), at(9));
    expect(case_.state).toEqual(before);
  });

  it("a new owner since then stays: 1 move under 1 new owner is undone as 3 rows", () => {
    const case_ = withOpportunity();
    const moved = case_.move("o1", OPPORTUNITY.trial, at(7));
    case_.credit("o1", credit(null, "ola"), at(8));
    expect(case_.undo(firstOf(moved), at(9))).toMatchObject({ rows: [{}, {}, { undoesId: null, toStageId: "demo" }] });
    expect(case_.state.opportunities.get(asId("o1"))).toMatchObject({
      stageId: "demo",
      ownerId: "ola",
      stageSince: at(6).occurredAt,
    });
  });

  it("of an opening takes the lead's qualifying with it; of the lead's qualifying, the opening", () => {
    for (const which of [0, 1]) {
      const case_ = scene();
      case_.cameIn(at(5));
      const before = case_.state;
      const opened = case_.open("o1", at(6));
      case_.undo(opened.kind === "decided" ? opened.rows[which]?.id : undefined, at(7));
      expect(case_.state).toEqual(before);
    }
  });

  it("of one of 2 openings leaves the lead qualified since the other", () => {
    const case_ = scene();
    case_.cameIn(at(5));
    const first = case_.open("o1", at(6));
    case_.open("o2", at(8));
    case_.undo(firstOf(first), at(9));
    expect(case_.state.lead).toMatchObject({ kind: "qualified", qualifiedWhen: at(8) });
  });

  it("of a win voids its deal and makes its lead qualified again; the other of 2 wins keeps it a customer since then", () => {
    const case_ = withOpportunity();
    case_.open("o2", at(6));
    const first = case_.move("o1", OPPORTUNITY.won, at(7));
    const [deal] = case_.liveDeals;
    const second = case_.move("o2", OPPORTUNITY.won, at(10));
    expect(case_.undo(firstOf(first), at(11))).toMatchObject({ voids: [deal] });
    expect(case_.state.lead).toMatchObject({ kind: "customer", decided: at(10) });
    case_.undo(firstOf(second), at(12));
    expect(case_.state.lead).toMatchObject({ kind: "qualified", decided: null });
    expect(case_.liveDeals).toEqual([]);
  });

  it("of a loss is refused while its lead is not a fit, which came after", () => {
    const case_ = withOpportunity();
    const lost = case_.move("o1", OPPORTUNITY.lost, at(7));
    const refused = case_.moveLead(LEAD.notAFit, at(8));
    expect(answer(case_.undo(firstOf(lost), at(9)))).toBe("opportunity-open");
    case_.undo(firstOf(refused), at(9));
    expect(answer(case_.undo(firstOf(lost), at(10)))).toBe("decided");
  });

  it("of an exclusion gives back what the lead would have been", () => {
    const case_ = withOpportunity();
    const excluded = case_.moveLead(LEAD.excluded, at(7));
    case_.move("o1", OPPORTUNITY.won, at(8));
    case_.undo(firstOf(excluded), at(9));
    expect(case_.state.lead).toMatchObject({ kind: "customer", decided: at(8), stageSince: at(8).occurredAt });
  });

  it("of a coming in is refused while anything hangs on it", () => {
    const case_ = scene();
    const came = case_.cameIn(at(5));
    case_.open("o1", at(6));
    expect(answer(case_.undo(firstOf(came), at(7)))).toBe("not-last");
  });

  it("of a direct sale voids the deal of that day; a later one keeps it a customer since then", () => {
    const case_ = scene();
    case_.cameIn(at(5));
    const sold = case_.sell(at(6));
    case_.sell(at(9));
    expect(case_.undo(firstOf(sold), at(10))).toMatchObject({ voids: [expect.any(String)] });
    expect(case_.state.lead).toMatchObject({ kind: "customer", decided: at(9) });
    expect(case_.liveDeals).toHaveLength(1);
  });

  it("of a row that is not of this case is not found", () => {
    expect(answer(withOpportunity().undo(undefined, at(9)))).toBe("not-found");
  });
});

describe("voiding a deal", () => {
  it("of a win opens the opportunity again, where it was, and undoes what it made of the lead", () => {
    const case_ = withOpportunity();
    const before = case_.state;
    case_.move("o1", OPPORTUNITY.won, at(7));
    case_.void(case_.liveDeals[0], at(8));
    expect(case_.state).toEqual(before);
    expect(case_.liveDeals).toEqual([]);
  });

  it("the only direct one makes the lead what it was; of 2 of one day, the other keeps it a customer", () => {
    const case_ = scene();
    case_.cameIn(at(5));
    const before = case_.state;
    case_.sell(on(6));
    case_.sell(on(6));
    expect(case_.void(case_.liveDeals[0], at(8))).toMatchObject({ rows: [] });
    expect(case_.state.lead).toMatchObject({ kind: "customer", decided: on(6) });
    case_.void(case_.liveDeals[0], at(9));
    expect(case_.state).toEqual(before);
  });

  it("the first of 2 direct ones, days 6 and 9: a customer since day 9", () => {
    const case_ = scene();
    case_.cameIn(at(5));
    case_.sell(on(6));
    case_.sell(on(9));
    case_.void(case_.liveDeals[0], at(10));
    expect(case_.state.lead).toMatchObject({ kind: "customer", decided: on(9) });
  });

  it("a direct one before a win: a customer by the win, qualified by its opportunity, no longer direct", () => {
    const case_ = scene();
    case_.cameIn(at(5));
    case_.sell(at(6));
    case_.open("o1", at(7));
    case_.move("o1", OPPORTUNITY.won, at(9));
    expect(case_.state.lead).toMatchObject({ qualified: false });
    case_.void(case_.liveDeals[0], at(10));
    expect(case_.state.lead).toMatchObject({ kind: "customer", qualified: true, decided: at(9) });
  });

  it("a direct one of a lead that had been not a fit, with an opportunity since: qualified", () => {
    const case_ = scene();
    case_.cameIn(at(5));
    case_.moveLead(LEAD.notAFit, at(6));
    case_.sell(at(7));
    case_.open("o1", at(8));
    case_.void(case_.liveDeals[0], at(9));
    expect(case_.state.lead).toMatchObject({ kind: "qualified", decided: null });
  });

  it("twice, or one of another case, is refused", () => {
    const case_ = scene();
    case_.cameIn(at(5));
    case_.sell(at(6));
    const [deal] = case_.liveDeals;
    case_.void(deal, at(7));
    expect(answer(case_.void(deal, at(8)))).toBe("already-undone");
    expect(answer(case_.void(undefined, at(8)))).toBe("not-found");
  });
});

function withOpportunity() {
  const case_ = scene();
  case_.cameIn(at(5));
  case_.open("o1", at(6));
  return case_;
}

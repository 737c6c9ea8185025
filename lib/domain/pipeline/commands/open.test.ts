import { describe, expect, it } from "vitest";
import { answer, at, credit, firstOf, LEAD, OPPORTUNITY, rowsOf, scene, UNKNOWN } from "../testing/scene";

describe("coming in", () => {
  it("is a row like any other, from nowhere to the first stage", () => {
    const case_ = scene();
    case_.cameIn(at(3), credit("seo", "kari"));
    expect(rowsOf(case_.file)).toMatchObject([
      { fromStageId: null, fromKind: null, toStageId: "fresh", toKind: "open" },
    ]);
    expect(case_.state.lead).toMatchObject({
      kind: "open",
      cameIn: at(3),
      channelId: "seo",
      ownerId: "kari",
      qualified: false,
    });
  });

  it("may be undated, as imports allow, and is then no fault", () => {
    const case_ = scene();
    case_.cameIn(UNKNOWN);
    case_.sell(at(3));
    expect(case_.state.lead).toMatchObject({ cameIn: UNKNOWN, decided: at(3), fault: false });
  });
});

describe("opening an opportunity", () => {
  it("of an open lead writes 2 rows: the opening, and the lead's qualifying, caused by it at the same time", () => {
    const case_ = scene();
    case_.cameIn(at(3));
    const decision = case_.open("o1", at(5));
    expect(decision).toMatchObject({
      rows: [
        { subject: "opportunity", leadId: "lead", toStageId: "demo", causeId: null },
        { subject: "lead", fromStageId: "fresh", toStageId: "qualified", causeId: firstOf(decision), ...at(5) },
      ],
    });
  });

  it("of a lead that is qualified or a customer already writes 1 row", () => {
    const case_ = scene();
    case_.cameIn(at(3));
    case_.open("o1", at(5));
    expect(case_.open("o2", at(6))).toMatchObject({ rows: [{ subject: "opportunity" }] });
    case_.move("o1", OPPORTUNITY.won, at(7));
    expect(case_.open("o3", at(8))).toMatchObject({ rows: [{ subject: "opportunity" }] });
  });

  it("takes a lead back that was not a fit", () => {
    const case_ = scene();
    case_.cameIn(at(3));
    case_.moveLead(LEAD.notAFit, at(4));
    case_.open("o1", at(5));
    expect(case_.state.lead).toMatchObject({ kind: "qualified", decided: null });
  });

  it("is refused for a lead that is excluded, and for one whose coming in is undone", () => {
    const excluded = scene();
    excluded.cameIn(at(3));
    excluded.moveLead(LEAD.excluded, at(4));
    expect(answer(excluded.open("o1", at(5)))).toBe("already-decided");
    const gone = scene();
    gone.undo(firstOf(gone.cameIn(at(3))), at(4));
    expect(answer(gone.open("o1", at(5)))).toBe("not-found");
  });

  it("needs no lead: a walk-in has 1 row and nobody is qualified", () => {
    const case_ = scene();
    case_.open("o1", at(5));
    expect(rowsOf(case_.file)).toMatchObject([{ subject: "opportunity", leadId: null }]);
  });
});

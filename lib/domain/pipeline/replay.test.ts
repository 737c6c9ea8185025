import { describe, expect, it } from "vitest";
import { asId } from "@/lib/domain/ids";
import { earliest, type LeadState, replayLead, replayOpportunity } from "./replay";
import { at, credit, firstOf, LEAD, on, OPPORTUNITY, rowsOf, scene, UNKNOWN } from "./testing/scene";
import { standing, type Transition } from "./transition";

describe("what a rate counts is the record, never its rows", () => {
  it("3 opportunities on one lead, all won: 1 lead, 1 customer, since the first win", () => {
    const case_ = leadWith("o1", "o2", "o3");
    for (const [id, day] of [
      ["o2", 20],
      ["o1", 25],
      ["o3", 30],
    ] as const)
      case_.move(id, OPPORTUNITY.won, at(day));
    expect(leadOf(case_)).toMatchObject({ kind: "customer", qualified: true, opportunityKind: "won", decided: at(20) });
    expect(rowsOf(case_.file).filter(({ toKind }) => toKind === "customer")).toHaveLength(1);
  });

  it("of 3 opportunities won, open and lost the lead's is the won one; of open and lost, the open one", () => {
    const case_ = leadWith("o1", "o2", "o3");
    case_.move("o3", OPPORTUNITY.lost, at(20));
    expect(leadOf(case_).opportunityKind).toBe("open");
    case_.move("o2", OPPORTUNITY.won, at(21));
    expect(leadOf(case_).opportunityKind).toBe("won");
  });

  it("a move forth and back is 3 rows and one opportunity, in the stage where it began, since it came back", () => {
    const case_ = leadWith("o1");
    case_.move("o1", OPPORTUNITY.trial, at(12));
    case_.move("o1", OPPORTUNITY.demo, at(14));
    expect(case_.state.opportunities.size).toBe(1);
    expect(case_.state.opportunities.get(asId("o1"))).toMatchObject({ stageId: "demo", stageSince: at(14).occurredAt });
  });

  it("the first stage has a row of its own: an opportunity that was only opened has entered it", () => {
    const case_ = leadWith("o1");
    const entered = rowsOf(case_.file).filter(({ toStageId }) => toStageId === "demo");
    expect(entered).toMatchObject([{ fromStageId: null, fromKind: null, occurredOn: at(10).occurredOn }]);
  });

  it("a lost one keeps every stage that it reached in its log", () => {
    const case_ = leadWith("o1");
    for (const to of [OPPORTUNITY.trial, OPPORTUNITY.proposal, OPPORTUNITY.lost]) case_.move("o1", to, at(15));
    expect(standing(opportunityRows(case_)).map(({ toStageId }) => toStageId)).toEqual([
      "demo",
      "trial",
      "proposal",
      "lost",
    ]);
  });

  it("demo straight to won: one row, from demo, and the reach of trial and proposal is left to the order of stages", () => {
    const case_ = leadWith("o1");
    case_.move("o1", OPPORTUNITY.won, at(15));
    expect(standing(opportunityRows(case_)).at(-1)).toMatchObject({ fromStageId: "demo", toStageId: "won" });
  });
});

describe("a lead is qualified by an opportunity that was opened no later than its first conversion", () => {
  it("sold to directly, without an opportunity: a customer, and not qualified", () => {
    const case_ = leadWith();
    case_.sell(at(10));
    expect(leadOf(case_)).toMatchObject({ kind: "customer", qualified: false, qualifiedWhen: null, decided: at(10) });
  });

  it("a later upsell does not make a direct customer qualified", () => {
    const case_ = leadWith();
    case_.sell(at(10));
    case_.open("o1", at(20));
    case_.move("o1", OPPORTUNITY.won, at(25));
    expect(leadOf(case_)).toMatchObject({ qualified: false, decided: at(10), opportunityKind: "won" });
  });

  it("an opportunity of the very day of the direct sale qualifies; one of the day after does not", () => {
    for (const [day, qualified] of [
      [10, true],
      [11, false],
    ] as const) {
      const case_ = leadWith();
      case_.sell(on(10));
      case_.open("o1", at(day));
      expect(leadOf(case_).qualified).toBe(qualified);
    }
  });

  it("an opportunity without a lead qualifies nobody", () => {
    const case_ = scene();
    case_.open("o1", at(10));
    case_.move("o1", OPPORTUNITY.won, at(12));
    expect(case_.state).toMatchObject({ lead: null });
    expect(rowsOf(case_.file).every(({ subject }) => subject === "opportunity")).toBe(true);
  });
});

describe("outcomes are those that stand", () => {
  it("a lead that was not a fit, came back and was refused again is decided the last time", () => {
    const case_ = leadWith();
    case_.moveLead(LEAD.notAFit, at(10));
    case_.moveLead(LEAD.fresh, at(12));
    expect(leadOf(case_).decided).toBeNull();
    case_.moveLead(LEAD.notAFit, at(14));
    expect(leadOf(case_).decided).toEqual(at(14));
  });

  it("a loss is dated by the last one, and its reason is that one's", () => {
    const case_ = leadWith("o1");
    case_.move("o1", OPPORTUNITY.lost, at(12), asId("price"));
    case_.move("o1", OPPORTUNITY.demo, at(13));
    expect(case_.state.opportunities.get(asId("o1"))).toMatchObject({ closed: null, lostReasonId: null });
    case_.move("o1", OPPORTUNITY.lost, at(18), asId("fit"));
    expect(case_.state.opportunities.get(asId("o1"))).toMatchObject({ closed: at(18), lostReasonId: "fit" });
  });

  it("won, opened again and won once more in a log from elsewhere: converted once, the first time", () => {
    const log = opportunityLog([
      ["demo", "open", 1],
      ["won", "won", 5],
      ["demo", "open", 8],
      ["won", "won", 20],
    ]);
    expect(replayOpportunity(log)?.closed).toEqual(at(5));
    expect(replayOpportunity(log.slice(0, 3))).toMatchObject({ kind: "open", closed: null });
  });

  it("out of the rates and in again, as a log from elsewhere may say it: the refusal keeps its day", () => {
    const case_ = leadWith();
    case_.moveLead(LEAD.notAFit, at(10));
    case_.moveLead(LEAD.excluded, at(12), "spam");
    const rows = case_.file.lead?.rows ?? [];
    const last = rows.at(-1);
    if (!last) throw new Error("no rows");
    const back = { ...last, id: asId<Transition["id"]>("back"), fromStageId: last.toStageId, fromKind: last.toKind };
    const again = { ...back, toStageId: LEAD.notAFit.id, toKind: LEAD.notAFit.kind, excludedAs: null, ...at(20) };
    expect(replayLead([...rows, again], [])).toMatchObject({ kind: "not_a_fit", decided: at(10), excludedAs: null });
  });

  it("excluded: undecided, with its reason, from that row on; its opportunities stay as they were", () => {
    const case_ = leadWith("o1");
    const before = case_.state.opportunities;
    case_.moveLead(LEAD.excluded, at(12), "duplicate");
    expect(leadOf(case_)).toMatchObject({ kind: "excluded", excludedAs: "duplicate", decided: null });
    expect(case_.state.opportunities).toEqual(before);
  });
});

describe("credit", () => {
  it("a lead decided under Kari and then given to Ola is Ola's to look after and Kari's in the rates", () => {
    const case_ = scene();
    case_.cameIn(at(1), credit("seo", "kari"));
    case_.sell(at(5));
    case_.credit(null, credit("seo", "ola"), at(9));
    expect(leadOf(case_)).toMatchObject({ ownerId: "ola", credited: { ownerId: "kari" } });
  });

  it("while it is open it is credited to whoever has it now", () => {
    const case_ = scene();
    case_.open("o1", at(1), credit("seo", "kari"));
    case_.credit("o1", credit("seo", "ola"), at(9));
    expect(case_.state.opportunities.get(asId("o1"))?.credited.ownerId).toBe("ola");
    case_.move("o1", OPPORTUNITY.lost, at(10));
    case_.credit("o1", credit("seo", "kari"), at(11));
    expect(case_.state.opportunities.get(asId("o1"))).toMatchObject({ ownerId: "kari", credited: { ownerId: "ola" } });
  });

  it("a new channel does not move the past: the rates keep the one that it came in with", () => {
    const case_ = scene();
    case_.cameIn(at(1), credit("seo", null));
    case_.open("o1", at(2), credit("seo", null));
    case_.credit(null, credit("ads", null), at(3));
    case_.credit("o1", credit("ads", null), at(3));
    expect(leadOf(case_)).toMatchObject({ channelId: "ads", credited: { channelId: "seo" } });
    expect(case_.state.opportunities.get(asId("o1"))?.credited.channelId).toBe("seo");
  });
});

describe("times", () => {
  it("a conversion before the lead came in is a fault that still counts", () => {
    const case_ = leadWith();
    case_.sell(at(3));
    expect(leadOf(case_)).toMatchObject({ kind: "customer", fault: true, decided: at(3) });
  });

  it("a stage move dated before the one before it is no fault of the record's start", () => {
    const case_ = leadWith("o1");
    case_.move("o1", OPPORTUNITY.trial, at(15));
    case_.move("o1", OPPORTUNITY.proposal, at(14));
    expect(case_.state.opportunities.get(asId("o1"))?.fault).toBe(false);
    expect(opportunityRows(case_).at(-1)?.fault).toBe("before-previous");
  });

  it("an undone opening leaves nothing there; an empty log too", () => {
    const case_ = scene();
    case_.undo(firstOf(case_.open("o1", at(1))), at(2));
    expect(replayOpportunity(opportunityRows(case_))).toBeNull();
    expect(replayOpportunity([])).toBeNull();
    expect(replayLead([], [])).toBeNull();
  });

  it("the earliest of unknown, day 9 and day 4 is day 4; of unknown ones alone, unknown; of none, null", () => {
    expect(earliest([UNKNOWN, at(9), at(4)])).toEqual(at(4));
    expect(earliest([at(4), UNKNOWN])).toEqual(at(4));
    expect(earliest([UNKNOWN, UNKNOWN])).toEqual(UNKNOWN);
    expect(earliest([])).toBeNull();
  });
});

/** A lead that came in on day 5, with opportunities opened on day 10. */
function leadWith(...opportunities: string[]) {
  const case_ = scene();
  case_.cameIn(at(5));
  for (const id of opportunities) case_.open(id, at(10));
  return case_;
}

function leadOf(case_: ReturnType<typeof scene>): LeadState {
  if (!case_.state.lead) throw new Error("no lead");
  return case_.state.lead;
}

function opportunityRows(case_: ReturnType<typeof scene>): readonly Transition[] {
  return case_.file.opportunities[0]?.rows ?? [];
}

/** One opportunity's log, without any command. */
function opportunityLog(moves: readonly (readonly [string, "open" | "won" | "lost", number])[]): Transition[] {
  const [template] = opportunityRows(leadWith("o1"));
  if (!template) throw new Error("no rows");
  return moves.map(([stageId, kind, day], i) => ({
    ...template,
    ...at(day),
    id: asId(`m${i}`),
    fromStageId: i === 0 ? null : asId(moves[i - 1]?.[0] ?? ""),
    fromKind: moves[i - 1]?.[1] ?? null,
    toStageId: asId(stageId),
    toKind: kind,
  }));
}

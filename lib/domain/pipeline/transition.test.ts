import { describe, expect, it } from "vitest";
import { at, on, rowsOf, scene, OPPORTUNITY, UNKNOWN } from "./testing/scene";
import { faultOf, happenedBefore, standing } from "./transition";

describe("order in time is judged on instants, and on local days as soon as one end is only a day", () => {
  it("noon of day 3 is before noon of day 4, and not before itself", () => {
    expect(happenedBefore(at(3), at(4))).toBe(true);
    expect(happenedBefore(at(4), at(3))).toBe(false);
    expect(happenedBefore(at(3), at(3))).toBe(false);
  });

  it("day 3 and noon of day 3 are the same day: neither is before the other", () => {
    expect(happenedBefore(on(3), at(3))).toBe(false);
    expect(happenedBefore(at(3), on(3))).toBe(false);
  });

  it("a date given in another zone's night is compared by its local day, not by its instant", () => {
    const lateInOslo = { occurredAt: new Date("2026-03-31T22:30:00Z"), occurredOn: "2026-04-01", dateOnly: false };
    const firstOfApril = { occurredAt: new Date("2026-03-31T22:00:00Z"), occurredOn: "2026-04-01", dateOnly: true };
    const midnightUtc = { occurredAt: new Date("2026-04-01T00:00:00Z"), occurredOn: "2026-04-01", dateOnly: true };
    expect(happenedBefore(firstOfApril, lateInOslo)).toBe(false);
    expect(happenedBefore(lateInOslo, midnightUtc)).toBe(false);
  });

  it("an unknown time is before nothing and after nothing", () => {
    expect(happenedBefore(UNKNOWN, at(3))).toBeNull();
    expect(happenedBefore(at(3), UNKNOWN)).toBeNull();
  });
});

describe("a fault is a stated time that contradicts the record's log", () => {
  const log = () => {
    const case_ = scene();
    case_.open("o1", at(5));
    case_.move("o1", OPPORTUNITY.trial, at(9));
    return rowsOf(case_.file);
  };

  it("day 4 is before the start at day 5; day 7 is before the previous row at day 9; day 9 again is neither", () => {
    expect(faultOf(at(4), log())).toBe("before-start");
    expect(faultOf(at(7), log())).toBe("before-previous");
    expect(faultOf(at(9), log())).toBeNull();
  });

  it("an unknown time, and the first row of a record, contradict nothing", () => {
    expect(faultOf(UNKNOWN, log())).toBeNull();
    expect(faultOf(at(1), [])).toBeNull();
  });
});

it("of 4 rows of which one undoes another, 2 stand, in the order of recording", () => {
  const case_ = scene();
  case_.open("o1", at(5));
  case_.move("o1", OPPORTUNITY.trial, at(9));
  const moved = case_.move("o1", OPPORTUNITY.proposal, at(10));
  case_.undo(moved.kind === "decided" ? moved.rows[0]?.id : undefined, at(11));
  const rows = rowsOf(case_.file);
  expect(rows).toHaveLength(4);
  expect(standing(rows).map(({ toStageId }) => toStageId)).toEqual(["demo", "trial"]);
});

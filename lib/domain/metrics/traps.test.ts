import { describe, expect, it } from "vitest";
import { asId, type StageId } from "@/lib/domain/ids";
import { duration, monthOf, previousPeriod } from "@/lib/domain/period";
import { at, credit, LEAD, OPPORTUNITY, rowsOf, scene } from "@/lib/domain/pipeline/testing/scene";
import { standing } from "@/lib/domain/pipeline/transition";
import { aalenJohansen, incidenceAt } from "@/lib/domain/stats/aalen-johansen";
import { kaplanMeier, survivalAt, survivalQuantile } from "@/lib/domain/stats/kaplan-meier";
import { kitagawa } from "@/lib/domain/stats/kitagawa";
import { newcombe } from "@/lib/domain/stats/newcombe";
import { againstTheRest } from "./against-the-rest";
import { compareRates } from "./compare";
import { displayRate } from "./display";
import { fixedWindow } from "./fixed-window";
import { maturity } from "./maturity";
import { sumByCurrency } from "./per-unit";
import { rankingOf } from "./ranking";
import { rate } from "./rate";
import { ratesOf } from "./rates-of";
import { partsOf } from "./testing/parts-of";
import { visitsOf } from "./time-in-stage";

// Numbered as in metrics.md 5. Those that need the database stand in lib/use-cases/report/traps.db.test.ts.

const START = { basis: "start", leadConvertsAt: "customer" } as const;
const DECISION = { basis: "decision", leadConvertsAt: "customer" } as const;
const converted = (ageDays: number, days: number) => ({ ageDays, converted: { fault: false, days } }) as const;
const open = (ageDays: number) => ({ ageDays, converted: null });
const times = <T>(n: number, one: T): readonly T[] => Array.from({ length: n }, () => one);

describe("traps of counting", () => {
  it("1. 3 won, 7 lost, 90 open: 3 of 100 by start, and 3 of 10, the win rate, by decision", () => {
    const opportunities = { total: 100, open: 90, won: 3, lost: 7 };
    expect(ratesOf(partsOf({ opportunities }), START).opportunityConversionRate).toMatchObject({
      hits: 3,
      trials: 100,
    });
    const closed = partsOf({ opportunities: { ...opportunities, total: null, open: null } });
    expect(ratesOf(closed, DECISION).opportunityConversionRate).toMatchObject({ hits: 3, trials: 10 });
  });

  it("2. 12 wins closed in a month over 9 opportunities opened in it are no share: x is a part of n, or nothing is divided", () => {
    expect(() => rate(12, 9)).toThrow("12 of 9 is no share");
  });

  it("8. 3 opportunities on one lead, all won: 1 lead, 1 customer", () => {
    const lead = scene();
    lead.cameIn(at(1), credit("seo", "kari"));
    for (const id of ["o1", "o2", "o3"]) lead.open(id, at(2), credit("seo", "kari"));
    for (const id of ["o1", "o2", "o3"]) lead.move(id, OPPORTUNITY.won, at(3));
    expect(rowsOf(lead.file).filter(({ toKind }) => toKind === "customer")).toHaveLength(1);
    expect(lead.state.lead).toMatchObject({ kind: "customer", qualified: true });
  });

  it("9. of 50 leads 4 customers through opportunities and 1 sold to directly: 5 of 50 in the lead rate, 4 of 20 in step 2", () => {
    const rates = ratesOf(partsOf({ leads: { total: 50, open: 29, qualified: 20, direct: 1, customers: 5 } }), START);
    expect(rates.leadConversionRate).toMatchObject({ hits: 5, trials: 50 });
    expect(rates.step2).toMatchObject({ hits: 4, trials: 20 });
  });

  it("10. 70 opportunities without a lead leave step 1 at 84 of 262", () => {
    const leads = { total: 262, open: 33, notAFit: 145, qualified: 84, customers: 26 };
    const rates = ratesOf(partsOf({ leads, opportunities: { total: 154, open: 154, withoutLead: 70 } }), START);
    expect(rates.qualificationRate).toMatchObject({ hits: 84, trials: 262 });
  });

  it("11. lost on day 3, opened again, won on day 9: closed once, on day 9, and converted once", () => {
    const lead = scene();
    lead.cameIn(at(1), credit(null, null));
    lead.open("o1", at(2), credit(null, null));
    lead.move("o1", OPPORTUNITY.lost, at(3));
    lead.move("o1", OPPORTUNITY.demo, at(5));
    lead.move("o1", OPPORTUNITY.won, at(9));
    expect(lead.state.opportunities.get(asId("o1"))).toMatchObject({ kind: "won", closed: at(9) });
    expect(lead.state.lead?.decided).toEqual(at(9));
  });

  it("12. a move forth and back is 3 rows and 1 opportunity", () => {
    const lead = scene();
    lead.open("o1", at(1), credit(null, null));
    lead.move("o1", OPPORTUNITY.trial, at(2));
    lead.move("o1", OPPORTUNITY.demo, at(3));
    expect([rowsOf(lead.file).length, lead.state.opportunities.size]).toEqual([3, 1]);
  });

  it("14. coming in is a row, from nowhere: all 3 leads have entered the first stage", () => {
    const entered = times(3, at(1)).flatMap((when) => {
      const lead = scene();
      lead.cameIn(when, credit(null, null));
      return rowsOf(lead.file).filter(
        ({ fromStageId, toStageId }) => fromStageId === null && toStageId === LEAD.fresh.id,
      );
    });
    expect(entered).toHaveLength(3);
  });
});

describe("traps of young records", () => {
  it("3. 2 of 5 converted within 90 days, 3 younger ones open: 2 of 5, not 2 of 8", () => {
    const records = [...times(2, converted(120, 30)), ...times(3, open(120)), ...times(3, open(20))];
    expect(fixedWindow(records, 90)).toMatchObject({ rate: { hits: 2, trials: 5 }, tooYoung: 3 });
  });

  it("4. a last month of 5 of 100 after 60 of 200, 90 of it open and young: preliminary, and no arrow", () => {
    const { preliminary } = maturity(times(90, 12), 100, 40);
    expect(preliminary).toBe(true);
    expect(compareRates(rate(5, 100, 90, { preliminary }), rate(60, 200))).toEqual({ verdict: "none" });
  });

  it("5. a lead of 60 days that converted on day 5 is in neither count of the 90-day rate", () => {
    expect(fixedWindow([converted(60, 5)], 90)).toMatchObject({ rate: { hits: 0, trials: 0 }, tooYoung: 1 });
  });

  it("6. open on day 100, won on day 300: asked on day 100 or on day 400, 0 of 1 within 90 days", () => {
    expect(fixedWindow([open(100)], 90).rate).toMatchObject({ hits: 0, trials: 1 });
    expect(fixedWindow([converted(400, 300)], 90).rate).toMatchObject({ hits: 0, trials: 1 });
  });
});

describe("traps of periods", () => {
  it("19. 1 to 31 March is compared with 31 days before it, not with the 28 of February; April by calendar says 30 against 31", () => {
    expect(previousPeriod({ from: "2026-03-01", to: "2026-04-01" }, "range")).toMatchObject({
      previous: { from: "2026-01-29", to: "2026-03-01" },
    });
    expect(previousPeriod({ from: "2026-04-01", to: "2026-05-01" }, "calendarMonth")).toMatchObject({
      ...{ previous: { from: "2026-03-01", to: "2026-04-01" }, days: 30, previousDays: 31, equalLength: false },
    });
  });

  it("20. 20 of 100 with no period before, or one in which nothing could happen: nothing is said, never a change of 0", () => {
    expect(compareRates(rate(20, 100), null)).toEqual({ verdict: "none" });
    expect(compareRates(rate(20, 100), rate(0, 0))).toEqual({ verdict: "none" });
  });

  it("21. 22:30 UTC on 31 March is April in Oslo, on 31 October it is October; a day of 23 hours is one day", () => {
    expect(monthOf("Europe/Oslo", new Date("2026-03-31T22:30:00Z"))).toBe("2026-04");
    expect(monthOf("Europe/Oslo", new Date("2026-10-31T22:30:00Z"))).toBe("2026-10");
    const [before, after] = [new Date("2026-03-28T09:00:00Z"), new Date("2026-03-29T08:00:00Z")];
    expect(duration("Europe/Oslo", before, after)).toEqual({ fault: false, days: 1 });
  });
});

describe("traps of saying", () => {
  it("22. 0 of 0 has no value, where `n or 1` would give 0; 0 of 12 is 0", () => {
    expect([rate(0, 0).value, rate(0, 12).value]).toEqual([null, 0]);
  });

  it("23. 2 of 17 against 0 of 17 makes no best channel: nothing is said", () => {
    expect(compareRates(rate(2, 17), rate(0, 17))).toEqual({ verdict: "none" });
    expect(newcombe({ hits: 2, trials: 17 }, { hits: 0, trials: 17 })?.low).toBeLessThan(0);
  });

  it("24. of 10 alike channels of 100, one with 30 where 20 are usual: clear alone, nothing among ten", () => {
    const cells = [30, 20, 19, 21, 20, 18, 22, 20, 19, 21].map((hits, index) => ({
      ...{ row: `c${index}`, column: "lead", hits, trials: 100, immature: 0, attributed: true },
    }));
    expect(compareRates(rate(30, 100), rate(180, 900)).verdict).toBe("clear");
    expect(againstTheRest(cells).filter(({ comparison }) => comparison.verdict === "clear")).toEqual([]);
  });

  it("26. 100 NOK, 50 EUR and 20 NOK are two figures: 50 EUR and 120 NOK", () => {
    const amounts = [
      { minor: 10_000, currency: "NOK" },
      { minor: 5_000, currency: "EUR" },
      { minor: 2_000, currency: "NOK" },
    ];
    expect(sumByCurrency(amounts)).toEqual([
      { minor: 5_000, currency: "EUR" },
      { minor: 12_000, currency: "NOK" },
    ]);
  });

  it("32. 29 of 200 prints 15 % and not 14, 1 of 210 prints <1 % and not 0", () => {
    expect(displayRate(rate(29, 200))).toMatchObject({ percent: { value: 15, bound: "exact" } });
    expect(displayRate(rate(1, 210))).toMatchObject({ percent: { value: 1, bound: "less" } });
  });

  it("34. 1 of 1 does not top the list: it is not ranked, 30 of 100 is", () => {
    const rows = [
      { name: "one", hits: 1, trials: 1 },
      { name: "many", hits: 30, trials: 100 },
    ];
    const { ranked, unranked } = rankingOf(rows, (a, b) => (a < b ? -1 : 1));
    expect([ranked, unranked]).toEqual([[rows[1]], [rows[0]]]);
  });
});

describe("traps of methods", () => {
  it("27. visits of 4, 7 and 2 days and two still open after 10 and 5: the median is 7, not the 4 of the finished ones", () => {
    const rows = (id: string, ...moves: readonly (readonly [StageId, number])[]) => {
      const one = scene();
      one.open(id, at(1), credit(null, null));
      for (const [stage, day] of moves) {
        const to = Object.values(OPPORTUNITY).find((each) => each.id === stage);
        if (to) one.move(id, to, at(day));
      }
      return visitsOf(standing(rowsOf(one.file)), OPPORTUNITY.demo.id, {
        zone: "UTC",
        asOf: new Date(Date.UTC(2026, 0, 11, 12)),
      });
    };
    const visits = [
      ...[rows("a", [OPPORTUNITY.won.id, 5]), rows("b"), rows("c", [OPPORTUNITY.lost.id, 8])],
      rows("d", [OPPORTUNITY.trial.id, 3], [OPPORTUNITY.demo.id, 6]),
    ].flat();
    expect(visits.map(({ time, event }) => (event ? time : -time))).toEqual([4, -10, 7, 2, -5]);
    expect(survivalQuantile(kaplanMeier(visits), 0.5)).toBe(7);
    expect(survivalQuantile(kaplanMeier(visits.filter(({ event }) => event)), 0.5)).toBe(4);
  });

  it("28. with losses censored 31.3 % would be won by day 30; beside them it is 27.6 %", () => {
    const days = [3, 7, 10, 12, 14, 15, 20, 22, 25, 30, 30, 30];
    const status = [1, 2, 1, 0, 2, 0, 1, 2, 0, 0, 0, 0];
    const curve = aalenJohansen(
      days.map((time, index) => ({ time, outcome: status[index] ?? 0 })),
      2,
    );
    expect(incidenceAt(curve, 1, 30).incidence).toBeCloseTo(0.276, 3);
    const censored = kaplanMeier(days.map((time, index) => ({ time, event: status[index] === 1 })));
    expect(1 - survivalAt(censored, 30)).toBeCloseTo(0.3125, 4);
  });

  it("29. the event of a day counts before its 3 censorings: 0.8 is left of 5, not 0.5; any order of the rows gives the same bytes", () => {
    const rows = [true, false, false, false].map((event) => ({ time: 5, event }));
    const all = [...rows, { time: 6, event: false }];
    expect(survivalAt(kaplanMeier(all), 5)).toBeCloseTo(0.8, 12);
    expect(JSON.stringify(kaplanMeier(all.toReversed()))).toBe(JSON.stringify(kaplanMeier(all)));
  });

  it("30. 56 of 70 less 48 of 80 lies between 5.2 and 33.4 points, where the outer ends of both would give −1 to 38", () => {
    const difference = newcombe({ hits: 56, trials: 70 }, { hits: 48, trials: 80 });
    expect([difference?.low, difference?.high].map((end) => Math.round((end ?? 0) * 1000) / 10)).toEqual([5.2, 33.4]);
  });

  it("31. 38 of 38 ends at exactly 1, and 0 of 12 begins at exactly 0", () => {
    expect([rate(38, 38).high, rate(0, 12).low]).toEqual([1, 0]);
  });

  it("33. web, the weak one, grows from 400 to 700 of 1,000: its raw mix is +3.1 points, the shown one −2.8", () => {
    const split = kitagawa([
      { key: "partner", before: { hits: 180, trials: 600 }, after: { hits: 99, trials: 300 } },
      { key: "web", before: { hits: 40, trials: 400 }, after: { hits: 77, trials: 700 } },
    ]);
    const web = split?.rows.find(({ key }) => key === "web");
    expect(web?.mix).toBeCloseTo(0.0315, 10);
    expect(web?.mixAgainstAverage).toBeCloseTo(-0.0279, 10);
  });
});

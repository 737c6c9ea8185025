import { describe, expect, it } from "vitest";
import type { Before } from "@/lib/domain/diagnosis/report-findings";
import { previousPeriod } from "@/lib/domain/period";
import { changeFinding, changeOf } from "./change";
import { rate } from "./rate";
import type { Rates } from "./rates-of";
import { noRow } from "./testing/report-row";

/** L leads, Q of them opportunities, C of those customers, D direct. */
function rates(l: number, q: number, c: number, d = 0, preliminary = false): Rates {
  return {
    leadConversionRate: rate(c + d, l, 0, { preliminary }),
    ...{ qualificationRate: rate(q, l), opportunityConversionRate: rate(c, q), step2: rate(c, q), direct: rate(d, l) },
  };
}

function before(total: Rates, channels: readonly (readonly [string | null, Rates])[] = []): Before {
  const comparison = previousPeriod({ from: "2026-01-01", to: "2026-02-01" }, "calendarMonth");
  return { compare: "prev", comparison, total, channels: new Map(channels) };
}

const row = (key: string | null, of: Rates) => ({ ...noRow, key, name: key, rates: of });

describe("why the share of customers moved", () => {
  it("20 % to 10 %, step 1 from 40 to 20 %, step 2 at 50 %: all 10 points from step 1", () => {
    const change = changeOf(row(null, rates(400, 80, 40)), [], before(rates(400, 160, 80)));
    expect(change?.steps.step1).toBeCloseTo(-0.1, 12);
    expect(change?.steps.step2).toBeCloseTo(0, 12);
    expect(change === null ? null : changeFinding(change)).toEqual({ kind: "step", step: 1, direction: "down" });
  });

  it("both channels as good as before, but the weak one three times as large: mix, and the weak one is named", () => {
    const [good, weak] = [rates(300, 150, 90), rates(100, 20, 5)];
    const now = [row("good", rates(100, 50, 30)), row("weak", rates(300, 60, 15))];
    const change = changeOf(
      row(null, rates(400, 110, 45)),
      now,
      before(rates(400, 170, 95), [
        ["good", good],
        ["weak", weak],
      ]),
    );
    expect(change?.rate).toBeCloseTo(0, 12);
    expect(change?.mix).toBeCloseTo(45 / 400 - 95 / 400, 12);
    expect(change === null ? null : changeFinding(change)).toMatchObject({ kind: "mix", channel: "weak" });
  });

  it("the parts sum to the change, direct customers among them", () => {
    const change = changeOf(row(null, rates(200, 60, 20, 8)), [], before(rates(150, 50, 10, 2)));
    const { step1, step2, direct, total } = change?.steps ?? { step1: 0, step2: 0, direct: 0, total: 1 };
    expect(step1 + step2 + direct).toBeCloseTo(total, 12);
    expect(total).toBeCloseTo(28 / 200 - 12 / 150, 12);
  });

  it("20 % to 21 % is no clear change, and of young figures nothing is said", () => {
    const same = changeOf(row(null, rates(100, 50, 21)), [], before(rates(100, 50, 20)));
    const young = changeOf(row(null, rates(100, 50, 1, 0, true)), [], before(rates(100, 50, 40)));
    expect([same, young].map((change) => change && changeFinding(change).kind)).toEqual(["same", "young"]);
  });

  it("29 leads on either side, no period before, or by decision date: nothing to compare", () => {
    const now = row(null, rates(100, 50, 20));
    expect(changeOf(now, [], before(rates(29, 10, 5)))).toBeNull();
    expect(changeOf(now, [], null)).toBeNull();
    expect(changeOf(row(null, { ...now.rates, step2: null, direct: null }), [], before(rates(99, 9, 5)))).toBeNull();
  });
});

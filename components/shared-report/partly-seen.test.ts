import fc from "fast-check";
import { expect, it } from "vitest";
import type { Shown, SharedStrip } from "@/lib/domain/sharing/shared-report";
import { partlySeen, partlySeenStrip } from "./partly-seen";

const KINDS = ["qualified", "direct", "open", "notAFit"] as const;
const counts = fc.tuple(...KINDS.map(() => fc.integer({ min: 0, max: 60 })));
const choice = fc.tuple(...KINDS.map(() => fc.boolean()));

it("40 leads, 12 of them opportunities, the rest not told apart: 12/40 and one piece of 28/40 at the end", () => {
  expect(partlySeen({ qualified: 12, direct: "hidden", open: "hidden", notAFit: 0 }, 40)).toEqual([
    { kind: "qualified", count: 12, start: 0, share: 0.3 },
    { kind: "unseen", count: 28, start: 0.3, share: 0.7 },
  ]);
});

it("a bar says of what is hidden only the sum that the printed counts leave: others that sum to it draw the same", () => {
  fc.assert(
    fc.property(counts, choice, fc.nat(), (sizes, isHidden, shift) => {
      const hidden = KINDS.flatMap((_, n) => (isHidden[n] ? [n] : []));
      const [one, other] = hidden;
      // The same printed counts, from which the hidden ones could as well be these.
      const moved = [...sizes];
      if (one !== undefined && other !== undefined) {
        const by = shift % ((sizes[one] ?? 0) + 1);
        moved[one] = (sizes[one] ?? 0) - by;
        moved[other] = (sizes[other] ?? 0) + by;
      }
      const whole = sizes.reduce((all, size) => all + size, 0);
      const drawn = [sizes, moved].map((all) => partlySeen(partsOf(all, isHidden), whole));
      expect(drawn[1]).toEqual(drawn[0]);
      for (const { kind, share, count } of drawn[0] ?? []) {
        if (kind !== "unseen") expect(isHidden[KINDS.findIndex((each) => each === kind)]).toBe(false);
        expect(share).toBeCloseTo(count / whole, 12);
      }
      expect(drawn[0]?.filter(({ kind }) => kind === "unseen").length).toBeLessThanOrEqual(1);
    }),
  );
});

it("of a whole that is not shown no part has a length, whatever they are", () => {
  fc.assert(
    fc.property(counts, choice, (sizes, isHidden) => {
      const drawn = partlySeen(partsOf(sizes, isHidden), "hidden");
      expect(drawn).toEqual([{ kind: "unseen", count: 0, start: 0, share: 1 }]);
    }),
  );
});

it("the thin bar divides no hidden count: who was passed on, or was left, is not told from half of it", () => {
  const strip: SharedStrip = {
    leads: 100,
    qualified: 40,
    open: 30,
    notAFit: "hidden",
    direct: "hidden",
    sold: "hidden",
    qualifiedOpen: 20,
    qualifiedLost: "hidden",
    customers: "hidden",
  };
  const { whole, opportunities } = partlySeenStrip(strip);
  expect(whole.map(({ kind, count }) => [kind, count])).toEqual([["unseen", 100]]);
  expect(opportunities.map(({ kind, count }) => [kind, count])).toEqual([["open", 20], ["unseen", 20]]); // prettier-ignore
});

function partsOf(sizes: readonly number[], isHidden: readonly boolean[]) {
  return Object.fromEntries(KINDS.map((kind, n): [string, Shown] => [kind, isHidden[n] ? "hidden" : (sizes[n] ?? 0)]));
}

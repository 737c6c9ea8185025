import { describe, expect, it, test } from "vitest";
import { type LinkToJudge, linkState, queryOfRange, SURFACES } from "./link";

const NOW = new Date("2026-11-23T12:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);
const OPEN: LinkToJudge = {
  revokedAt: null,
  expiresAt: later(1),
  isEntitled: true,
  hasPassword: false,
  embedOrigins: ["https://nordlys.no"],
  shows: { csv: true },
};
const outside = { surface: "page", isUnlocked: false } as const;

it("a link ends at the very instant of its expiry: open a millisecond before, gone at it (8.1, S8)", () => {
  expect(linkState({ ...OPEN, expiresAt: later(1) }, outside, NOW)).toBe("open");
  expect(linkState({ ...OPEN, expiresAt: NOW }, outside, NOW)).toBe("gone");
});

it.each([
  // 02:30 does not come that night: the clock goes from 02:00 to 03:00.
  ["spring", "2027-03-28T01:00:00Z"],
  // 02:30 comes twice: the link lives through the first and ends at the second.
  ["autumn", "2027-10-31T01:30:00Z"],
])("on the night in %s when clocks change it ends at its instant and at no hour of a clock (S8)", (_, end) => {
  const expiresAt = new Date(end);
  const at = (ms: number) => linkState({ ...OPEN, expiresAt }, outside, new Date(expiresAt.getTime() + ms));
  expect([-3_600_000, -1, 0, 1, 3_600_000].map(at)).toEqual(["open", "open", "gone", "gone", "gone"]);
});

describe.each(SURFACES)("%s (8.1, S2, S4)", (surface) => {
  test.each([
    ["revoked", { revokedAt: NOW }],
    ["expired", { expiresAt: NOW }],
    ["of a creator or a team that may no longer share", { isEntitled: false }],
  ])("is gone when the link is %s, with the password and without", (_, change) => {
    for (const isUnlocked of [true, false]) {
      for (const hasPassword of [true, false]) {
        const link = { ...OPEN, hasPassword, ...change };
        expect(linkState(link, { surface, isUnlocked }, NOW)).toBe("gone");
      }
    }
  });

  it("never opens a link with a password to whoever has not given it, save to take it", () => {
    const state = linkState({ ...OPEN, hasPassword: true }, { surface, isUnlocked: false }, NOW);
    expect(state).toBe(surface === "unlock" ? "open" : surface === "embed" ? "gone" : "locked");
  });
});

it("a file, a frame and an unlocking exist only where the link has them (S13)", () => {
  const ask = (link: LinkToJudge, surface: (typeof SURFACES)[number]) =>
    linkState(link, { surface, isUnlocked: true }, NOW);
  expect(ask({ ...OPEN, shows: { csv: false } }, "csv")).toBe("gone");
  expect(ask({ ...OPEN, embedOrigins: [] }, "embed")).toBe("gone");
  expect(ask({ ...OPEN, hasPassword: true }, "embed")).toBe("gone");
  expect(ask(OPEN, "unlock")).toBe("gone");
  expect(ask(OPEN, "embed")).toBe("open");
});

it("a listed range asks with the link's filters, and of the dates of today", () => {
  const filters = { basis: "decision", channels: ["none"], campaigns: [], owners: [] } as const;
  const scope = { filters, ranges: [{ key: "month" }], mayNarrow: false } as const;
  expect(queryOfRange(scope, { key: "month" }, { today: "2026-11-23", leadConvertsAt: "opportunity" })).toEqual({
    ...filters,
    periodChoice: { key: "month" },
    period: { from: "2026-11-01", to: "2026-12-01" },
    leadConvertsAt: "opportunity",
  });
});

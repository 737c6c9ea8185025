import { expect, it } from "vitest";
import { markOf } from "@/lib/auth/visitor-to-count";
import { asId, type ReportLinkId, type TeamId } from "@/lib/domain/ids";
import { viewBatch } from "./view-batch";

const teamId = asId<TeamId>("01a211c7-a048-7d09-9d36-e6d840ff960f");
const [one, other] = [asId<ReportLinkId>("one"), asId<ReportLinkId>("other")];
const MORNING = new Date("2026-11-23T08:00:00Z");
const NEXT_DAY = new Date("2026-11-24T08:00:00Z");

it("notes a visitor of a link once a day, 2 + 1 + 1, and hands out what is waiting once", () => {
  const batch = viewBatch();
  const see = (linkId: ReportLinkId, mark: string, now = MORNING) => batch.note({ teamId, linkId, mark }, now);
  for (const mark of ["a of one", "a of one", "b of one"]) see(one, mark);
  see(other, "a of other");
  see(one, "a of one", NEXT_DAY);
  expect(batch.take()).toEqual([
    { teamId, linkId: one, onDate: "2026-11-23", marks: ["a of one", "b of one"] },
    { teamId, linkId: other, onDate: "2026-11-23", marks: ["a of other"] },
    { teamId, linkId: one, onDate: "2026-11-24", marks: ["a of one"] },
  ]);
  see(one, "a of one", NEXT_DAY);
  expect(batch.take()).toEqual([]);
});

it("of a flood of 10,001 the last is not counted: what is held of a day has an end (S14)", () => {
  const batch = viewBatch();
  for (let n = 0; n < 10_001; n += 1) batch.note({ teamId, linkId: one, mark: `visitor ${n}` }, MORNING);
  expect(batch.take().map(({ marks }) => marks.length)).toEqual([10_000]);
});

it("marks a visitor by secret, link and day: none of them is told by the mark, and none can be guessed without the secret", () => {
  const visitor = { linkId: "one", onDate: "2026-11-23", address: "192.0.2.1", agent: "Firefox" };
  const mark = markOf("secret", visitor);
  expect(markOf("secret", { ...visitor })).toBe(mark);
  const others = [
    markOf("another", visitor),
    ...(["linkId", "onDate", "address", "agent"] as const).map((key) => markOf("secret", { ...visitor, [key]: "x" })),
  ];
  expect(new Set([mark, ...others]).size).toBe(6);
  expect(mark).toMatch(/^[\w-]{43}$/);
});

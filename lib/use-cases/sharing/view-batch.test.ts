import { expect, it } from "vitest";
import { asId, type ReportLinkId, type TeamId } from "@/lib/domain/ids";
import { viewBatch } from "./view-batch";

const teamId = asId<TeamId>("01a211c7-a048-7d09-9d36-e6d840ff960f");
const [one, other] = [asId<ReportLinkId>("one"), asId<ReportLinkId>("other")];
const MORNING = new Date("2026-11-23T08:00:00Z");
const NEXT_DAY = new Date("2026-11-24T08:00:00Z");

it("counts a visitor of a link once a day, 2 + 1 + 1, and hands out what is waiting once", () => {
  const batch = viewBatch();
  const see = (linkId: ReportLinkId, visitor: string, now = MORNING) => batch.note({ teamId, linkId, visitor }, now);
  for (const visitor of ["192.0.2.1 Firefox", "192.0.2.1 Firefox", "192.0.2.2 Firefox"]) see(one, visitor);
  see(other, "192.0.2.1 Firefox");
  see(one, "192.0.2.1 Firefox", NEXT_DAY);
  expect(batch.take()).toEqual([
    { teamId, linkId: one, onDate: "2026-11-23", views: 2 },
    { teamId, linkId: other, onDate: "2026-11-23", views: 1 },
    { teamId, linkId: one, onDate: "2026-11-24", views: 1 },
  ]);
  see(one, "192.0.2.1 Firefox", NEXT_DAY);
  expect(batch.take()).toEqual([]);
});

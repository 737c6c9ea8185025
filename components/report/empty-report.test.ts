import { createElement } from "react";
import { expect, it } from "vitest";
import { sampleReport } from "@/lib/domain/samples/sample-report";
import { EmptyReport } from "./empty-report";
import { draw } from "./testing/draw-report";

const { report } = sampleReport("agency", new Date("2026-11-23T12:00:00Z"), (names) => names.nb);

it("a day before the first record is empty under its mark, and leads to today", () => {
  const past = { ...report.query, asOf: { at: new Date("2024-05-01T10:00:00Z") } };
  const page = draw(createElement(EmptyReport, { slug: "nordlys", report: { ...report, query: past } }), "nb");
  expect(page).toContain("Tallene slik de var registrert 01.05.2024 12:00");
  expect(page).toContain("Ingen leads eller salgsmuligheter var registrert 01.05.2024 12:00.");
  expect(page).toContain('href="/t/nordlys"');
  expect(page).not.toContain("Her kommer de to ratene deres");
});

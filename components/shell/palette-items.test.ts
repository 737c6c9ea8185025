import { expect, it } from "vitest";
import { matching } from "./palette-items";

it("finds by every word, without case and accents; nothing typed finds all", () => {
  const items = ["Mål", "Leads", "Innstillinger: Mål"].map((label) => ({ label, href: label }));
  expect(matching(items, "").length).toBe(3);
  expect(matching(items, "mal inn").map(({ label }) => label)).toEqual(["Innstillinger: Mål"]);
  expect(matching(items, "xyz")).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { destinationsIn } from "./destinations";
import { destinationOf } from "./shortcut-keys";

const TO = destinationsIn("acme");

describe("destinationOf", () => {
  it("N leads to the line for a new lead", () => {
    expect(destinationOf("n", 0, null, TO)).toBe("/t/acme/leads#quick-add");
  });

  it("M leads to the form for an opportunity without a lead", () => {
    expect(destinationOf("M", 0, null, TO)).toBe("/t/acme/opportunities?new=1");
  });

  it("G and then R, L, O or D within a second leads to a page", () => {
    const after = { key: "g", at: 100 };
    expect(["r", "L", "o", "d"].map((key) => destinationOf(key, 1100, after, TO))).toEqual([
      "/t/acme",
      "/t/acme/leads",
      "/t/acme/opportunities",
      "/t/acme/deals",
    ]);
  });

  it("leads nowhere later, after another key, or with a key of no meaning", () => {
    expect(destinationOf("r", 1101, { key: "g", at: 100 }, TO)).toBeNull();
    expect(destinationOf("r", 101, { key: "x", at: 100 }, TO)).toBeNull();
    expect(destinationOf("n", 101, { key: "g", at: 100 }, TO)).toBeNull();
    expect(destinationOf("x", 0, null, TO)).toBeNull();
  });
});

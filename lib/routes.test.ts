import { describe, expect, it } from "vitest";
import { routes } from "./routes";

describe("routes", () => {
  it("leaves out what is not set, and repeats lists", () => {
    expect(routes.team("acme")).toBe("/t/acme");
    expect(routes.leads("acme", { counted: "leads.qualified", channel: ["a", "none"], owner: undefined, q: "" })).toBe(
      "/t/acme/leads?counted=leads.qualified&channel=a&channel=none",
    );
  });

  it("keeps a segment a segment, whatever it holds", () => {
    expect(routes.lead("acme", "../../x?y#z")).toBe("/t/acme/leads/..%2F..%2Fx%3Fy%23z");
  });

  it("asks for a reset without a token, and performs it with one", () => {
    expect([routes.reset(), routes.reset("abc")]).toEqual(["/reset", "/reset/abc"]);
  });
});

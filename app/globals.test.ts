import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = "", light = "", dark = ""]) => [
    name,
    { light, dark },
  ]),
);

describe.each(["light", "dark"] as const)("colours, %s", (theme) => {
  const contrast = (a: string, b: string) => contrastRatio(colour(a)[theme], colour(b)[theme]);

  it.each(["fg", "muted", "c-lead", "c-opp", "c-direct", "danger"])("%s is readable as text (4.5:1)", (token) => {
    for (const ground of ["bg", "card", "sunken"]) expect(contrast(token, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["fg", "c-lead", "c-opp", "c-direct"])("the background is readable on %s (4.5:1)", (token) => {
    expect(contrast("bg", token)).toBeGreaterThanOrEqual(4.5);
  });

  it("muted text is readable on open and wedge fills (4.5:1)", () => {
    expect(contrast("fg", "c-open")).toBeGreaterThanOrEqual(4.5);
    expect(contrast("fg", "c-wedge")).toBeGreaterThanOrEqual(4.5);
    expect(contrast("muted", "c-open")).toBeGreaterThanOrEqual(4.5);
  });

  it("outlines of data and of controls stand out (3:1)", () => {
    for (const ground of ["bg", "card", "sunken"]) expect(contrast("c-edge", ground)).toBeGreaterThanOrEqual(3);
  });
});

function colour(name: string) {
  const token = tokens.get(name);
  if (!token) throw new Error(`No token ${name}`);
  return token;
}

/** WCAG 2.2, "contrast ratio". */
function contrastRatio(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

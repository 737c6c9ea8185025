import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { z } from "zod";

const FILE = path.resolve(import.meta.dirname, "../../../../shared/vectors/stats.json");
const sections = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(FILE, "utf8")));

/** One section of the shared test vectors, with the fields that the test names. An empty section is an error. */
export function vectors<Shape extends z.ZodRawShape>(section: string, shape: Shape) {
  const named = z.object({ id: z.string(), source: z.string(), tolerance: z.number().default(0), ...shape });
  return z.array(named).min(1).parse(sections[section]);
}

/** What holds vectors; the rest of the file says what they are. */
export function sectionNames(): readonly string[] {
  return Object.keys(sections).filter((name) => name !== "about" && name !== "conventions");
}

/** |actual − expected| ≤ tolerance, and no slack beyond it. */
export function expectWithin(actual: number | null | undefined, expected: number | null, tolerance: number): void {
  if (expected === null || actual === null || actual === undefined) {
    expect(actual).toBe(expected);
    return;
  }
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);
}

/** The normal point of a confidence, from the conventions of the vectors. */
export function zOf(confidence: number): number {
  const { z: points } = z.object({ z: z.record(z.string(), z.number()) }).parse(sections["conventions"]);
  return present(points[String(confidence)]);
}

/** For what a test knows to be there. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("Expected a value");
  return value;
}

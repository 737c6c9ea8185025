import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { sectionNames } from "./vectors";

const DOMAIN = path.resolve(import.meta.dirname, "..");

it("every section of the vectors is read by a test, each by one, but the one of what the product leaves out", () => {
  const tests = readdirSync(DOMAIN, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => readFileSync(path.join(DOMAIN, file), "utf8"));
  const read = tests.flatMap((test) => [...test.matchAll(/\bvectors\("(\w+)"/g)].map(([, section]) => section));
  expect(read.toSorted()).toEqual(
    sectionNames()
      .filter((name) => name !== "notInProduct")
      .toSorted(),
  );
});

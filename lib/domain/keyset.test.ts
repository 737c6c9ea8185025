import { expect, it } from "vitest";
import { cutPage, readCursor, runsDown, writeCursor } from "./keyset";

const ID = "0198f0a0-0000-7000-8000-000000000001";

it("a place comes back as it was written, whatever stands in a name", () => {
  for (const key of ["", "ola ~ nordmann", "a%20b", "ø"]) {
    const cursor = { side: "after", key, id: ID } as const;
    expect(readCursor(writeCursor(cursor), "text")).toEqual(cursor);
  }
  const before = { side: "before", key: -5, id: ID } as const;
  expect(readCursor(writeCursor(before), "number")).toEqual(before);
});

it.each([
  "",
  "a",
  `a~${ID}`,
  `a~${ID}~x`,
  `a~${ID}~1e5`,
  `c~${ID}~1`,
  `a~x~1`,
  `a~${ID}~1 or 1=1`,
  undefined,
  7,
  ["a"],
])("%s is no place in an order of numbers", (text) => {
  expect(readCursor(text, "number")).toBeNull();
});

it("no control characters and no lone surrogates reach the database", () => {
  for (const key of ["a\u0000", "\n", "\ud800", "x".repeat(2000)]) {
    expect(readCursor(`a~${ID}~${key}`, "text")).toBeNull();
  }
});

it("3 rows read for pages of 2: there is more; 2 rows: there is not", () => {
  const place = (n: number) => ({ key: n, id: ID });
  expect(cutPage([1, 2, 3], 2, null, place)).toMatchObject({ rows: [1, 2], previous: null, next: { key: 2 } });
  expect(cutPage([1, 2], 2, null, place)).toMatchObject({ previous: null, next: null });
  const backwards = { side: "before", key: 4, id: ID } as const;
  expect(cutPage([3, 2, 1], 2, backwards, place)).toMatchObject({
    rows: [2, 3],
    previous: { key: 2 },
    next: { key: 3 },
  });
  expect(cutPage([3, 2], 2, backwards, place)).toMatchObject({ previous: null, next: { key: 3 } });
  expect([runsDown({ descending: true }, null), runsDown({ descending: true }, backwards)]).toEqual([true, false]);
});

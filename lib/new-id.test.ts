import { expect, it } from "vitest";
import { newId } from "./new-id";

it("5,000 ids are version 7 UUIDs of their millisecond, and no two are alike", () => {
  const now = Date.UTC(2026, 10, 23, 12);
  const ids = Array.from({ length: 5000 }, () => newId(now));
  expect(new Set(ids).size).toBe(5000);
  expect(new Set(ids.map((id) => id.slice(-16))).size).toBe(5000);
  const start = now.toString(16).padStart(12, "0");
  const shape = new RegExp(`^${start.slice(0, 8)}-${start.slice(8)}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`);
  expect(ids.filter((id) => !shape.test(id))).toEqual([]);
});

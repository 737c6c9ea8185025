import { expect, it } from "vitest";
import { rankingOf, type RankedRow } from "./ranking";

const byName = (a: string, b: string) => a.localeCompare(b, "en");

it("1 of 1 does not top 30 of 100: it is not ranked, nor is 29 of 29, nor the row without a channel", () => {
  const { ranked, unranked } = order([
    row("web", 1, 1),
    row(null, 40, 50),
    row("partner", 30, 100),
    row("events", 29, 29),
  ]);
  expect(ranked).toEqual(["partner"]);
  expect(unranked).toEqual(["events", "web", null]);
});

it("under 8 rows by the low end of the range: 60 of 200 before 10 of 30, then the larger, then the name", () => {
  const rows = [row("b", 0, 30), row("small", 10, 30), row("a", 0, 30), row("large", 60, 200), row("c", 0, 90)];
  expect(order(rows).ranked).toEqual(["large", "small", "c", "a", "b"]);
});

it("from 8 rows by the rate drawn to the mean: 13 of 30 falls behind 120 of 300, and 120 of 300 leads", () => {
  const others = [5, 15, 30, 45, 60, 75].map((hits, index) => row(`c${index}`, hits, 300));
  expect(order([row("small", 13, 30), row("large", 120, 300), ...others]).ranked.slice(0, 2)).toEqual([
    "large",
    "small",
  ]);
});

it("the low end alone would hold 10 of 30 behind 75 of 300; from 8 rows the common mean tells more, and it leads", () => {
  const rows = [row("small", 10, 30), row("large", 75, 300)];
  const others = [5, 15, 30, 45, 60, 70].map((hits, index) => row(`c${index}`, hits, 300));
  expect(order(rows).ranked).toEqual(["large", "small"]);
  expect(order([...rows, ...others]).ranked.slice(0, 2)).toEqual(["small", "large"]);
});

it("8 alike rows, 20 % each, show no spread: the low end decides, so the largest comes first", () => {
  const rows = [30, 40, 50, 60, 70, 80, 90, 100].map((n) => row(String(n), n / 5, n));
  expect(order(rows).ranked).toEqual(["100", "90", "80", "70", "60", "50", "40", "30"]);
});

it("the order of the rows does not matter", () => {
  const rows = ["d", "a", "c", "b", "h", "g", "f", "e"].map((name, index) => row(name, index, 40));
  expect(order([...rows].reverse())).toEqual(order(rows));
});

function row(name: string | null, hits: number, trials: number): RankedRow {
  return { name, hits, trials };
}

function order(rows: readonly RankedRow[]) {
  const { ranked, unranked } = rankingOf(rows, byName);
  return { ranked: ranked.map((each) => each.name), unranked: unranked.map((each) => each.name) };
}

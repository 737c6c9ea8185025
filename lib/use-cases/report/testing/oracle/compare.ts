import { bucket } from "./clock";
import type { Answer } from "./ask";
import type { Found } from "./rows";

export type By = "none" | "channel" | "campaign" | "owner" | "month" | "quarter" | "week";

/** How many of each count are in each group: "key path: n", sorted, without those of nothing. */
export function tallies(answer: Answer, by: By): readonly string[] {
  const counts = new Map<string, number>();
  for (const [path, found] of Object.entries(answer)) {
    for (const one of found) {
      const cell = `${keyOf(one, by) ?? "-"} ${path}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  }
  return [...counts].map(([cell, n]) => `${cell}: ${n}`).sort();
}

interface Row {
  readonly key: string | null;
  readonly parts: object;
  readonly rates: object;
}

/** The same of what the product answers. */
export function printed(rows: readonly Row[]): readonly string[] {
  return rows
    .flatMap(({ key, parts, rates }) =>
      [...cellsOf("", parts), ...cellsOf("", rates)].map((cell) => `${key ?? "-"} ${cell}`),
    )
    .sort();
}

/** Every whole number in an answer and every mark, by its path; what is not a count of records is left out. */
function cellsOf(prefix: string, value: object): readonly string[] {
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    if (typeof each === "object" && each !== null) return cellsOf(`${prefix}${name}.`, each);
    if (each === true) return [`${prefix}${name}: yes`];
    const isCount = typeof each === "number" && !NOT_COUNTS.includes(name) && each > 0;
    return isCount && !prefix.startsWith("direct.") ? [`${prefix}${name}: ${each}`] : [];
  });
}

const NOT_COUNTS = ["value", "low", "high"];

export function keyOf(found: Found, by: By): string | null {
  switch (by) {
    case "none":
      return null;
    case "channel":
    case "campaign":
    case "owner":
      return found[by];
    case "month":
    case "quarter":
    case "week":
      return found.day === null ? null : bucket(found.day, by);
  }
}

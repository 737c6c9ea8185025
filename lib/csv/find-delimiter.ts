export const DELIMITERS = [";", "\t", ","] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The sign that splits the header line most often, outside quotes. From the header alone: decimal commas in the body
 * mislead. A header of one column gets TAB, which splits no name or amount below it.
 */
export function findDelimiter(text: string): Delimiter {
  const counts = { ";": 0, "\t": 0, ",": 0 };
  let quoted = false;
  let hasBegun = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === "\n" || sign === "\r") {
      if (hasBegun) break;
    } else {
      hasBegun = true;
      if (sign === ";" || sign === "\t" || sign === ",") counts[sign] += 1;
    }
  }
  const most = Math.max(...DELIMITERS.map((each) => counts[each]));
  return most === 0 ? "\t" : (DELIMITERS.find((each) => counts[each] === most) ?? "\t");
}

/** What was pressed before, when, and what it led to. A sequence is forgotten after a second. */
export type Pressed = { readonly key: string; readonly at: number };

/** Where keys lead: "n", or "g r" for G and then R. The server writes the addresses, so the browser needs no map of the site. */
export type Destinations = Readonly<Record<string, string>>;

const SEQUENCE_MS = 1000;

/** Where a single key, or G and then another, leads. */
export function destinationOf(key: string, at: number, before: Pressed | null, all: Destinations): string | null {
  const pressed = key.toLowerCase();
  const isSequence = before?.key === "g" && at - before.at <= SEQUENCE_MS;
  return all[isSequence ? `g ${pressed}` : pressed] ?? null;
}

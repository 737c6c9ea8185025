import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const FILE = path.resolve(import.meta.dirname, "../../../../shared/vectors/hostile-strings.json");
const Vector = z.object({
  kind: z.string(),
  input: z.unknown(),
  repeat: z.number().optional(),
  format: z.string().optional(),
  zone: z.string().optional(),
  expect: z.union([z.literal("reject"), z.record(z.string(), z.unknown())]),
});
const Groups = z.record(z.string(), z.object({ vectors: z.array(Vector).min(1) }));
export type HostileVector = z.output<typeof Vector> & { readonly group: string };

/** Every vector of the shared file of hostile inputs; a repeated input is written out. */
export function allHostileVectors(): readonly HostileVector[] {
  const { groups } = z.object({ groups: Groups }).parse(JSON.parse(readFileSync(FILE, "utf8")));
  return Object.entries(groups).flatMap(([group, { vectors }]) =>
    vectors.map((vector) => ({ ...vector, group, input: repeated(vector) })),
  );
}

/** The vectors of one kind. None is an error: the test would prove nothing. */
export function hostileVectors(kind: string): readonly HostileVector[] {
  const found = allHostileVectors().filter((vector) => vector.kind === kind);
  if (found.length === 0) throw new Error(`no vectors of kind ${kind}`);
  return found;
}

function repeated({ input, repeat }: z.output<typeof Vector>): unknown {
  return repeat === undefined ? input : String(input).repeat(repeat);
}

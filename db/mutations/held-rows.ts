import { deflateSync, inflateSync } from "node:zlib";
import type { Transition } from "@/lib/domain/pipeline/transition";

/**
 * Rows of the log that wait for their turn to be written. As objects those of a large import would take half a gigabyte;
 * packed they take a twentieth.
 */
export class HeldRows implements Iterable<Transition> {
  readonly #packed: Buffer[] = [];

  get isEmpty(): boolean {
    return this.#packed.length === 0;
  }

  add(rows: readonly Transition[]): void {
    if (rows.length > 0) this.#packed.push(deflateSync(JSON.stringify(rows), { level: 1 }));
  }

  *[Symbol.iterator](): Generator<Transition> {
    for (const packed of this.#packed) yield* unpack(packed);
  }
}

/** Holds because the rows were packed above; JSON turns their moments into text, which is turned back. */
function unpack(packed: Buffer): readonly Transition[] {
  const rows: readonly (Omit<Transition, "occurredAt"> & { readonly occurredAt: string | null })[] = JSON.parse(
    inflateSync(packed).toString(),
  );
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt === null ? null : new Date(row.occurredAt) }));
}

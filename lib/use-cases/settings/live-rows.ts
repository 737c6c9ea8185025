import { AppError, fieldError } from "@/lib/domain/errors";
import { fold } from "@/lib/domain/fold";

interface Named {
  readonly id: string;
  readonly name: string;
  readonly archivedAt: Date | null;
}

/** The live row that a form was drawn for. Read under the team's lock, so it stays as it is until the end. */
export function getLive<T extends Named & { readonly version: number }>(
  rows: readonly T[],
  { id, version }: { readonly id: string; readonly version: number },
): T {
  const found = rows.find((row) => row.id === id);
  if (!found || found.archivedAt !== null) throw new AppError("not-found");
  if (found.version !== version) throw new AppError("conflict");
  return found;
}

export function live<T extends Named>(rows: readonly T[]): readonly T[] {
  return rows.filter(({ archivedAt }) => archivedAt === null);
}

/** Two live names that differ in case or accents only would be one name to whoever types it. */
export function assertNameFree(rows: readonly Named[], name: string, ownId: string | null = null): void {
  const norm = fold(name);
  const isTaken = live(rows).some((row) => row.id !== ownId && fold(row.name) === norm);
  if (isTaken) throw fieldError({ name: "name-taken" });
}

/** What a new row stands behind; a list that grows without end is a mistake or an attack. */
export function nextPosition(rows: readonly { readonly position: number }[], most = ROWS_MAX): number {
  if (rows.length >= most) throw new AppError("too-many", { n: 0 });
  return Math.max(-1, ...rows.map(({ position }) => position)) + 1;
}

export const ROWS_MAX = 500;

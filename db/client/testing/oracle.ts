import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Sql } from "postgres";
import type { Tx } from "@/db/client";
import { asId, type TeamId } from "@/lib/domain/ids";

/** One transaction's own view: whom it worked for, and under which team each of its statements says it ran. */
export interface Attempt {
  readonly id: string;
  readonly team: TeamId;
  readonly seen: string[];
  /** How many rows may be there afterwards. */
  allowed: readonly number[];
}

export const STEPS = 3;

/** Expects to be stored whole. */
export function newAttempt(team: string = randomUUID()): Attempt {
  return { id: randomUUID(), team: asId<TeamId>(team), seen: [], allowed: [STEPS] };
}

/** Writes a row that carries its writer's belief; the server adds the truth beside it. */
export async function write(tx: Tx, attempt: Attempt, step: number): Promise<void> {
  const insert = sql`insert into written (attempt, believed, step) values (${attempt.id}, ${attempt.team}, ${step})`;
  const rows = await tx.execute<{ setting: string }>(sql`${insert} returning setting`);
  attempt.seen.push(...rows.map((row) => row.setting));
}

/** Every crossing between teams, and every transaction that is neither whole nor absent. */
export async function breaches(admin: Sql, attempts: readonly Attempt[]): Promise<string[]> {
  const rows = await admin<Written[]>`
    select attempt, believed, setting, transaction from written where attempt = any(${attempts.map(({ id }) => id)}::uuid[])`;
  const foreign = rows.filter((row) => row.setting !== row.believed);
  return [
    ...foreign.map((row) => `a row for ${row.believed} written under ${row.setting}`),
    ...attempts.flatMap((attempt) => seenElsewhere(attempt)),
    ...attempts.flatMap((attempt) => tornApart(attempt, rows)),
    ...mixed(rows),
  ];
}

interface Written {
  readonly attempt: string;
  readonly believed: string;
  readonly setting: string | null;
  readonly transaction: string;
}

function seenElsewhere({ team, seen }: Attempt): string[] {
  return seen.filter((setting) => setting !== team).map((setting) => `${team} ran a statement under ${setting}`);
}

function tornApart({ id, allowed }: Attempt, rows: readonly Written[]): string[] {
  const own = rows.filter((row) => row.attempt === id);
  const transactions = new Set(own.map((row) => row.transaction));
  return [
    ...(allowed.includes(own.length) ? [] : [`${own.length} rows of ${id}, allowed: ${allowed.join(" or ")}`]),
    ...(transactions.size > 1 ? [`${id} is spread over ${transactions.size} transactions`] : []),
  ];
}

function mixed(rows: readonly Written[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const { transaction, attempt } of rows) {
    owners.set(transaction, (owners.get(transaction) ?? new Set()).add(attempt));
  }
  return [...owners]
    .filter(([, ids]) => ids.size > 1)
    .map(([transaction]) => `transaction ${transaction} has two owners`);
}

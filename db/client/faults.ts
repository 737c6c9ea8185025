import { DrizzleQueryError } from "drizzle-orm";
import postgres from "postgres";

/** No connection to be had, or the link died: nothing was stored, unless it was lost while COMMIT was on its way. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

/** A handle was used after its transaction had ended. */
export class TransactionOver extends Error {
  override readonly name = "TransactionOver";
  constructor() {
    super("This handle's transaction is over");
  }
}

/** The work swallowed an error of the database, so the server rolled back where COMMIT was asked for. */
export class TransactionAborted extends Error {
  override readonly name = "TransactionAborted";
}

/** A query that failed: where, and by which code of the server; null where it was refused before it was sent. */
export class QueryFailed extends Error {
  override readonly name = "QueryFailed";
  constructor(
    readonly fault: DatabaseFault | null,
    frames: string,
  ) {
    super([fault?.code, fault?.constraint ?? fault?.table].filter(Boolean).join(" "));
    this.stack = `${this.name}: ${this.message}\n${frames}`;
  }
}

/**
 * The error as it may leave a transaction. Whatever nobody catches is written out by the framework, message and causes with
 * it, and those of a query hold what somebody typed.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (!(error instanceof DrizzleQueryError) && !(error instanceof postgres.PostgresError)) {
    if (error.cause !== undefined) error.cause = withoutValues(error.cause);
    return error;
  }
  const fault = databaseFault(error);
  const isOurs = fault === null && error.cause instanceof Error && OURS.has(error.cause.name);
  return isOurs ? error.cause : new QueryFailed(fault, framesOf(error));
}

const OURS: ReadonlySet<string> = new Set(["DatabaseUnavailable", "TransactionOver"]);

function framesOf({ stack = "", message }: Error): string {
  const lines = stack.replace(message, "").split("\n");
  return lines.filter((line) => /^\s+at /.test(line)).join("\n");
}

export interface DatabaseFault {
  readonly code: string;
  readonly constraint: string | null;
  readonly table: string | null;
}

/** SQLSTATE, constraint and table of an error that came from the server, at any depth of its causes; never its message. */
export function databaseFault(error: unknown): DatabaseFault | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    if (at instanceof QueryFailed) return at.fault;
    if (at instanceof postgres.PostgresError) {
      return { code: at.code, constraint: at.constraint_name ?? null, table: at.table_name ?? null };
    }
  }
  return null;
}

/** The session goes on after a plain ERROR of the server; everything else leaves the link in doubt. */
export function leavesLinkSound(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.severity === "ERROR";
}

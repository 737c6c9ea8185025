import { AsyncLocalStorage } from "node:async_hooks";
import { Pool } from "tarn";
import { env } from "@/lib/env";
import type { TeamId } from "@/lib/domain/ids";
import { DatabaseUnavailable } from "./client/faults";
import type { Handle, Tx } from "./client/handle";
import { Link, type LinkSettings } from "./client/link";
import { openingStatement, transact } from "./client/transaction";

export { databaseFault, DatabaseUnavailable, TransactionAborted, TransactionOver } from "./client/faults";
export type { Tx } from "./client/handle";

export interface TransactionOptions {
  /** `null` before a team is known: no team's rows are in sight then. */
  readonly teamId: TeamId | null;
  /** `read` sees one moment and cannot write. */
  readonly access: "read" | "write";
  /** More time than other work has, for what goes through a whole file; the pool's own limits otherwise. */
  readonly patienceMs?: number;
}

export interface Database {
  /**
   * One transaction on one connection: whole or absent. Rejects with `DatabaseUnavailable` when no connection is to be
   * had in time or the connection died; if it died during COMMIT, the work may be stored all the same.
   */
  transaction<T>(options: TransactionOptions, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Waits for running and waiting work, then closes. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly max?: number;
  /** False behind a pooler that gives each transaction another session. */
  readonly prepare?: boolean;
  readonly statementTimeoutMs?: number;
  readonly idleInTransactionTimeoutMs?: number;
  /** For a connection, and for the answers to BEGIN and ROLLBACK. */
  readonly acquireTimeoutMs?: number;
  /** From BEGIN to COMMIT. */
  readonly deadlineMs?: number;
  readonly ssl?: LinkSettings["ssl"];
}

/** Opens nothing until the first transaction. */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { acquireTimeoutMs = 5_000, deadlineMs = 60_000 } = options;
  const pool = createPool(url, options, acquireTimeoutMs);
  const current = new AsyncLocalStorage<Handle>();
  const running = new Set<Promise<unknown>>();
  const settings = settingsInBegin(options);
  let closing: Promise<void> | null = null;

  async function run<T>({ teamId, access, patienceMs }: TransactionOptions, work: (tx: Tx) => Promise<T>): Promise<T> {
    const outer = current.getStore();
    // A second connection, wanted while the first is held, locks up the pool once enough callers do it.
    if (outer !== undefined && !outer.isOver) throw new Error("A transaction was asked for inside another");
    if (closing !== null) throw new DatabaseUnavailable("The database is closing");
    const plan = {
      teamId,
      opening: openingStatement(teamId, access, settings + patience(patienceMs) + plans(access, patienceMs)),
      replyTimeoutMs: acquireTimeoutMs,
      deadlineMs: patienceMs ?? deadlineMs,
    };
    const link = await acquire(pool);
    try {
      return await transact(link, plan, (tx, handle) => current.run(handle, async () => work(tx)));
    } finally {
      pool.release(link); // a dead one fails its validation
    }
  }

  return {
    transaction(options, work) {
      const outcome = run(options, work);
      running.add(outcome);
      const forget = () => running.delete(outcome);
      outcome.then(forget, forget);
      return outcome;
    },
    close() {
      return (closing ??= drain(running, pool));
    },
  };
}

async function drain(running: ReadonlySet<Promise<unknown>>, pool: ReturnType<typeof createPool>): Promise<void> {
  await Promise.allSettled(running);
  await pool.destroy();
}

const kept: typeof globalThis & { tofoldDatabase?: Database; tofoldShareDatabase?: Database } = globalThis;

/** The server's own database. It outlives a hot reload, which would otherwise leave a pool behind each time. */
export function database(): Database {
  return (kept.tofoldDatabase ??= createDatabase(env().DATABASE_URL, { prepare: env().PG_PREPARE }));
}

/** The same database as visitors of report links: a role that reads what a link publishes and writes nothing. */
export function shareDatabase(): Database {
  const { DATABASE_SHARE_URL, PG_PREPARE } = env();
  if (DATABASE_SHARE_URL === undefined) throw new DatabaseUnavailable("DATABASE_SHARE_URL is not set");
  return (kept.tofoldShareDatabase ??= createDatabase(DATABASE_SHARE_URL, { max: 5, prepare: PG_PREPARE }));
}

function createPool(url: string, options: DatabaseOptions, acquireTimeoutMs: number): Pool<Link> {
  const { max = 10, prepare = true, ssl } = options;
  const session = { TimeZone: "UTC", DateStyle: "ISO, MDY", ...(prepare ? timeouts(options) : {}) };
  const settings = { connectTimeoutMs: acquireTimeoutMs, prepare, session, ...(ssl === undefined ? {} : { ssl }) };
  return new Pool<Link>({
    min: 0,
    max,
    acquireTimeoutMillis: acquireTimeoutMs,
    create: () => Link.open(url, settings),
    validate: (link) => link.isAlive,
    destroy: (link: Link) => link.kill(),
  });
}

async function acquire(pool: Pool<Link>): Promise<Link> {
  try {
    return await pool.acquire().promise;
  } catch (cause) {
    throw new DatabaseUnavailable("No connection in time", { cause });
  }
}

function timeouts({ statementTimeoutMs = 15_000, idleInTransactionTimeoutMs = 15_000 }: DatabaseOptions) {
  return {
    statement_timeout: String(statementTimeoutMs),
    idle_in_transaction_session_timeout: String(idleInTransactionTimeoutMs),
  };
}

/** A later setting stands, so this one does beside those of `settingsInBegin`; it ends with the transaction. */
function patience(ms: number | undefined): string {
  if (ms === undefined) return "";
  const whole = String(Math.ceil(ms));
  return ` set local statement_timeout = ${whole}; set local idle_in_transaction_session_timeout = ${whole};`;
}

/**
 * After five times Postgres plans a prepared statement for the average team, which is nobody: teams differ a millionfold.
 * Reads are planned for the team that asks; writes find their rows by key, whoever's they are. What goes through a whole
 * file is planned as it goes: a plan made for an empty table would read all of the team for each part.
 */
function plans(access: "read" | "write", patienceMs: number | undefined): string {
  return access === "read" || patienceMs !== undefined ? " set local plan_cache_mode = force_custom_plan;" : "";
}

/** A pooler refuses timeouts at the start of a session, so they go along with each BEGIN. */
function settingsInBegin(options: DatabaseOptions): string {
  if (options.prepare !== false) return "";
  return Object.entries(timeouts(options))
    .map(([name, ms]) => ` set local ${name} = ${ms};`)
    .join("");
}

import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { DatabaseUnavailable, leavesLinkSound, TransactionOver } from "./faults";
import type { Link } from "./link";

/** What a transaction's work may do. It has no `transaction`: a team's work is one, whole or absent. */
export type Tx = Pick<
  PostgresJsDatabase,
  | "select"
  | "selectDistinct"
  | "selectDistinctOn"
  | "insert"
  | "update"
  | "delete"
  | "execute"
  | "with"
  | "$with"
  | "$count"
>;

/** One transaction's way to its link; it dies with the transaction, whoever still holds it. */
export class Handle {
  #over = false;
  #firstFault: unknown = null;
  readonly #lost: Promise<never>;

  constructor(private readonly link: Link) {
    this.#lost = new Promise((_, reject) => {
      link.mournedBy((cause) => reject(new DatabaseUnavailable("The connection was lost", { cause })));
    });
    this.#lost.catch(() => {}); // it is awaited only beside something else
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** What the database first refused here, whether or not the work noticed. */
  get firstFault(): unknown {
    return this.#firstFault;
  }

  end(): void {
    this.#over = true;
  }

  tx(): Tx {
    return drizzle(asDriver({ options: { parsers: {}, serializers: {} }, unsafe: this.#query }));
  }

  /** Never waits for a link that is dead. */
  async untilLost<T>(outcome: Promise<T>): Promise<T> {
    return Promise.race([outcome, this.#lost]);
  }

  /** A statement of our own, as a simple query. */
  async control(text: string): Promise<Answer> {
    return this.#answer(() => this.link.sql.unsafe(text));
  }

  // A bound property: drizzle takes it as a bare function, and runs it only when awaited, which may be too late.
  #query = (text: string, parameters: readonly unknown[] = []) => {
    const run = async (asArrays: boolean) => {
      if (this.#over) throw new TransactionOver();
      const values = parameters.map(asParameter);
      if (values.length > PARAMETERS_MAX) throw new TypeError(`More than ${PARAMETERS_MAX} parameters`);
      return this.#answer(() => {
        const query = this.link.sql.unsafe(text, values, AS_STATEMENT);
        return asArrays ? query.values() : query;
      });
    };
    const objects: PromiseLike<Answer>["then"] = (done, failed) => run(false).then(done, failed);
    return { then: objects, values: () => run(true) };
  };

  async #answer(ask: () => PromiseLike<Answer>): Promise<Answer> {
    if (!this.link.isAlive) {
      this.link.kill();
      return this.#lost;
    }
    return this.untilLost(this.#asked(ask));
  }

  async #asked(ask: () => PromiseLike<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      this.#firstFault ??= error;
      if (!leavesLinkSound(error)) this.link.kill(error);
      throw error;
    }
  }
}

/** Prepared on the link, so that later transactions find it there; never several statements in one. */
const AS_STATEMENT = { prepare: true, simple: false };

/** The rows, and the command that the server says it ran. */
export interface Answer extends ReadonlyArray<unknown> {
  readonly command: string;
}

/** The protocol counts parameters in 16 bits; the driver refuses a little earlier, at the cost of a query beside it. */
const PARAMETERS_MAX = 65_000;

/** What the driver refuses while another query is on the wire gives that one's rows to a third: so it is refused here. */
function asParameter(value: unknown): string | null {
  if (value === null || typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint" || Number.isFinite(value)) return String(value);
  throw new TypeError(`A parameter must be text, a finite number, a boolean or null, not ${typeof value}`);
}

/** Holds because drizzle's session calls only `unsafe`, and touches only `options`, on the methods that `Tx` leaves. */
function asDriver(driver: { readonly options: object; readonly unsafe: unknown }): Sql {
  return driver as unknown as Sql;
}

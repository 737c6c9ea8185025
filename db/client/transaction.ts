import type { TeamId } from "@/lib/domain/ids";
import { TransactionAborted, withoutValues } from "./faults";
import { Handle, type Tx } from "./handle";
import type { Link } from "./link";

export interface Plan {
  readonly teamId: TeamId | null;
  readonly opening: string;
  readonly replyTimeoutMs: number;
  readonly deadlineMs: number;
}

/** Work between our own BEGIN and COMMIT. Afterwards the link is either idle on the server's word, or dead. */
export async function transact<T>(link: Link, plan: Plan, work: (tx: Tx, handle: Handle) => Promise<T>): Promise<T> {
  const handle = new Handle(link);
  try {
    await within(plan.replyTimeoutMs, link, () => begin(handle, plan));
    return await within(plan.deadlineMs, link, async () => {
      const result = await handle.untilLost(work(handle.tx(), handle));
      handle.end();
      await commit(handle);
      return result;
    });
  } catch (error) {
    handle.end();
    await within(plan.replyTimeoutMs, link, () => rollBack(handle, link));
    throw withoutValues(error);
  } finally {
    link.mournedBy(null);
  }
}

/** One simple query, hence one round trip. It takes no parameters, so the checked id is written in. */
export function openingStatement(teamId: TeamId | null, access: "read" | "write", settings: string): string {
  const begin =
    access === "read" ? "begin isolation level repeatable read, read only" : "begin isolation level read committed";
  if (teamId === null) return `${begin};${settings}`;
  if (!UUID.test(teamId)) throw new TypeError("A team's id is not a UUID");
  return `${begin};${settings} select use_team('${teamId}') as team`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function begin(handle: Handle, { opening, teamId }: Plan): Promise<void> {
  const answers = await handle.control(opening);
  if (teamId === null) return;
  if (teamReadBack(answers) !== teamId) throw new Error("The database did not take the team");
}

/** The last answer of several, its only row, its only column. */
function teamReadBack(answers: readonly unknown[]): unknown {
  const rows = answers.at(-1);
  const row: unknown = Array.isArray(rows) ? rows[0] : null;
  return typeof row === "object" && row !== null && "team" in row ? row.team : null;
}

/** COMMIT of an aborted transaction is answered by ROLLBACK, without an error. */
async function commit(handle: Handle): Promise<void> {
  const { command } = await handle.control("commit");
  if (command !== "COMMIT")
    throw new TransactionAborted("An error of the database was swallowed", { cause: handle.firstFault });
}

async function rollBack(handle: Handle, link: Link): Promise<void> {
  if (!link.isAlive) return;
  try {
    const { command } = await handle.control("rollback");
    if (command !== "ROLLBACK") link.kill();
  } catch (error) {
    link.kill(error);
  }
}

/** Silence of the server, or work that never settles, ends with the link. */
async function within<T>(ms: number, link: Link, step: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => link.kill(new Error(`No end after ${ms} ms`)), ms);
  try {
    return await step();
  } finally {
    clearTimeout(timer);
  }
}

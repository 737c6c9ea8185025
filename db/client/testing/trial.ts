import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { databaseFault, DatabaseUnavailable, type Database, type DatabaseOptions, type Tx } from "@/db/client";
import { type Attempt, breaches, newAttempt, STEPS, write } from "./oracle";
import { Proxy, PROXY_TLS, type Wire } from "./proxy";
import type { Scratch } from "./scratch";

export const FAULTS = ["kill", "idle-timeout", "statement-timeout", "RST", "FIN"] as const;
export const POINTS = ["begin", "team-set", "between-writes", "query-running", "before-commit", "commit"] as const;

export interface Trial {
  readonly fault: (typeof FAULTS)[number];
  readonly point: (typeof POINTS)[number];
  readonly pool: number;
  readonly tls: boolean;
  /** The work catches every error and goes on. */
  readonly swallows: boolean;
}

export type Open = (url: string, options: DatabaseOptions) => Database;

const TIMEOUT_MS = 1_000;

/** One victim, struck once, beside two teams at work. What it answers is what went wrong: nothing, if all is well. */
export async function runTrial(trial: Trial, scratch: Scratch, open: Open): Promise<string[]> {
  const proxy = await Proxy.start(scratch.url);
  const database = open(proxy.url, { max: trial.pool, ...timeouts(trial), ...(trial.tls ? { ssl: PROXY_TLS } : {}) });
  const stage: Stage = { trial, proxy, database, admin: scratch.admin, workOver: Promise.resolve() };
  try {
    await neighbour(stage);
    const struck = trial.point === "begin" ? strikeBegin(stage) : Promise.resolve();
    const victim = runVictim(stage);
    const neighbours = [keepWorking(stage, victim), keepWorking(stage, victim)];
    const [{ attempt, complaints }, ...others] = await Promise.all([victim, ...neighbours, struck]);
    await stage.workOver;
    const found = await breaches(scratch.admin, [attempt, ...others.flatMap((other) => other ?? [])]);
    return [...complaints, ...found].map((complaint) => `${JSON.stringify(trial)}: ${complaint}`);
  } catch (error) {
    return [
      `${JSON.stringify(trial)}: a neighbour ended with ${String(error)}, ${JSON.stringify(databaseFault(error))}`,
    ];
  } finally {
    await database.close();
    await proxy.stop();
  }
}

interface Stage {
  readonly trial: Trial;
  readonly proxy: Proxy;
  readonly database: Database;
  readonly admin: Scratch["admin"];
  workOver: Promise<unknown>;
}

function timeouts({ fault }: Trial): DatabaseOptions {
  return {
    ...(fault === "idle-timeout" ? { idleInTransactionTimeoutMs: TIMEOUT_MS } : {}),
    ...(fault === "statement-timeout" ? { statementTimeoutMs: TIMEOUT_MS } : {}),
  };
}

async function neighbour({ database }: Stage): Promise<Attempt> {
  const attempt = newAttempt();
  await database.transaction({ teamId: attempt.team, access: "write" }, async (tx) => {
    for (let step = 1; step <= STEPS; step += 1) {
      await write(tx, attempt, step);
      await sleep(5);
    }
  });
  return attempt;
}

async function keepWorking(stage: Stage, victim: Promise<unknown>): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  let isOver = false;
  void victim.finally(() => (isOver = true));
  while (!isOver || attempts.length < 2) attempts.push(await neighbour(stage));
  await stage.workOver;
  attempts.push(await neighbour(stage));
  return attempts;
}

async function runVictim(stage: Stage): Promise<{ readonly attempt: Attempt; readonly complaints: readonly string[] }> {
  const { trial, database } = stage;
  const isSlowToTake = trial.fault === "statement-timeout" && trial.point === "begin";
  const attempt = newAttempt(isSlowToTake ? randomUUID().replace(/.{4}$/, "dead") : randomUUID());
  attempt.allowed = trial.point === "commit" ? [0, STEPS] : [0];
  const outcome = database.transaction({ teamId: attempt.team, access: "write" }, (tx) => {
    const work = victimsWork(tx, attempt, stage);
    stage.workOver = work.catch(() => {});
    return work;
  });
  const error = await outcome.then(
    () => null,
    (reason: unknown) => reason,
  );
  const isRight =
    trial.fault === "statement-timeout" ? databaseFault(error)?.code === "57014" : error instanceof DatabaseUnavailable;
  return { attempt, complaints: isRight ? [] : [`the victim ended with ${String(error)}`] };
}

async function victimsWork(tx: Tx, attempt: Attempt, stage: Stage): Promise<void> {
  const [own] = await tx.execute<{ port: number }>(sql`select inet_client_port() as port`);
  const wire = stage.proxy.wire(Number(own?.port));
  const { trial } = stage;
  const attemptTo = async (step: () => Promise<unknown>) => {
    await (trial.swallows ? step().catch(() => {}) : step());
  };
  const at = async (point: Trial["point"]) => {
    if (trial.point === point) await attemptTo(() => strike(tx, wire, stage));
  };
  await at("team-set");
  await attemptTo(() => write(tx, attempt, 1));
  await at("between-writes");
  await attemptTo(() => write(tx, attempt, 2));
  await at("query-running");
  await attemptTo(() => write(tx, attempt, 3));
  await at("before-commit");
  await at("commit");
}

async function strike(tx: Tx, wire: Wire, stage: Stage): Promise<void> {
  const { fault, point } = stage.trial;
  if (fault === "statement-timeout") {
    await tx.execute(sql`select pg_sleep(30)`);
  } else if (point === "commit") {
    // Not awaited: it strikes when COMMIT comes along.
    void wire.holdNext().then(() => strikeHeld(wire, stage));
  } else if (point === "query-running") {
    const held = fault === "idle-timeout" ? wire.holdNext() : sleep(20);
    await Promise.all([tx.execute(sql`select pg_sleep(0.2)`), held.then(() => cut(wire, stage))]);
  } else {
    await cut(wire, stage);
    await sleep(20); // time for the others to take over whatever is free
  }
}

async function strikeBegin(stage: Stage): Promise<void> {
  if (stage.trial.fault === "statement-timeout") return;
  await strikeHeld(await stage.proxy.holdNext(), stage);
}

/** Half of the cuts come after the server has heard what was held, and before it can answer. */
async function strikeHeld(wire: Wire, stage: Stage): Promise<void> {
  const { fault, swallows } = stage.trial;
  if ((fault === "RST" || fault === "FIN") && swallows) wire.passOn();
  await cut(wire, stage);
}

async function cut(wire: Wire, { trial: { fault }, admin }: Stage): Promise<void> {
  if (fault === "RST" || fault === "FIN") wire.cut(fault);
  if (fault === "kill") {
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where client_port = ${wire.port}`;
  }
  await wire.closed;
}

import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Attempt, newAttempt, STEPS, write } from "./oracle";
import type { Open } from "./trial";

/** No fault at all: one of two parallel steps is refused, the other goes on, and the next team has the connection by then. */
export async function straggle(url: string, open: Open): Promise<Attempt[]> {
  const database = open(url, { max: 1 });
  const [late, next] = [{ ...newAttempt(), allowed: [0] }, newAttempt()];
  let straggler: Promise<unknown> = Promise.resolve();
  const refused = database.transaction({ teamId: late.team, access: "write" }, async (tx) => {
    const goingOn = sleep(200).then(() => write(tx, late, 1));
    straggler = goingOn.catch(() => {});
    await Promise.all([tx.execute(sql`select 1 / 0`), goingOn]);
  });
  const stored = database.transaction({ teamId: next.team, access: "write" }, async (tx) => {
    await write(tx, next, 1);
    await straggler;
    for (let step = 2; step <= STEPS; step += 1) await write(tx, next, step);
  });
  await Promise.allSettled([refused, stored]);
  await database.close();
  return [late, next];
}

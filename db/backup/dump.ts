import { createHash } from "node:crypto";
import type { Sql } from "postgres";
import { frame } from "./frames";
import { readCopy } from "./read-copy";
import { rowsOf, tablesInOrder } from "./tables";

export const FORMAT = "tofold backup 1";

/**
 * All data of one moment, by a role that row-level security does not hold back: any other's would be empty. What is there is
 * named first, and each table ends with the sum of its rows, so that a restore knows that it has everything.
 */
export async function* dump(sql: Sql): AsyncGenerator<Buffer> {
  const [role] = await sql<{ passes: boolean }[]>`
    select rolbypassrls or rolsuper as passes from pg_roles where rolname = current_user`;
  if (role?.passes !== true) throw new Error("This role does not see every row, so its backup would have none.");
  await sql.unsafe("begin isolation level repeatable read read only");
  const tables = await tablesInOrder(sql);
  const applied = await sql<{ tag: string }[]>`select tag from migrations.applied order by tag`;
  yield frame(JSON.stringify({ format: FORMAT, migrations: applied.map(({ tag }) => tag), tables }));
  for (const table of tables) {
    const hash = createHash("sha256");
    for await (const chunk of readCopy(sql, rowsOf(table))) {
      hash.update(chunk);
      yield frame(chunk);
    }
    yield frame("");
    yield frame(JSON.stringify({ name: table.name, sha256: hash.digest("hex") }));
  }
  await sql.unsafe("commit");
}

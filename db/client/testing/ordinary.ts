import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database, DatabaseOptions } from "@/db/client";

/** The same promises, made the way that the driver's own pages show: what the suite must find fault with. */
export function ordinaryDatabase(url: string, { max = 10 }: DatabaseOptions): Database {
  const client = postgres(url, { max, onnotice: () => {} });
  const database = drizzle(client);
  return {
    transaction: ({ teamId }, work) =>
      database.transaction(async (tx) => {
        await tx.execute(sql`select use_team(${teamId})`);
        return work(tx);
      }),
    close: () => client.end({ timeout: 1 }),
  };
}

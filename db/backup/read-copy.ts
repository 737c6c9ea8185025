import type { Sql } from "postgres";

/**
 * The rows of a COPY as they come. The driver holds its socket back while we are slower, and lets it go when more is asked for.
 * After the last row nobody asks: held back just then, it would never hear that the COPY is over, and the next query would wait for ever.
 */
export async function* readCopy(sql: Sql, text: string): AsyncGenerator<Buffer> {
  const rows = await sql.unsafe(text).readable();
  for await (const chunk of rows) yield chunk;
  rows._read(0);
}

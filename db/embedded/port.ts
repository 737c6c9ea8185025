import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";

/** The port of last time, else the preferred one, else any that is free. */
export async function choosePort(rememberedIn: string, preferred: number): Promise<number> {
  const remembered = Number.parseInt(await readFile(rememberedIn, "utf8").catch(() => ""), 10);
  for (const port of [remembered, preferred]) {
    if (Number.isInteger(port) && (await isPortFree(port, "127.0.0.1"))) return port;
  }
  return anyFreePort();
}

export async function isPortFree(port: number, host?: string): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(host === undefined ? { port } : { port, host });
    await once(server, "listening");
    return true;
  } catch {
    return false; // `once` rejects with the server's error
  } finally {
    server.close();
  }
}

async function anyFreePort(): Promise<number> {
  const server = createServer();
  server.listen({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No free port for Postgres.");
  return address.port;
}

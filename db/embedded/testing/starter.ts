import { once } from "node:events";
import { startEmbedded } from "../start-embedded";

/** Starts the server from a process of its own, for the tests of what happens between processes. */
const [dataDir = "", port = ""] = process.argv.slice(2);
const server = await startEmbedded({ dataDir, preferredPort: Number(port) });
console.log(JSON.stringify({ port: server.port, adopted: server.adopted }));
process.stdin.resume();
await once(process.stdin, "end");
await server.stop();

import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, requireNode } from "./install.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
requireNode();
await ensureInstalled();

// In this process, so that a signal has one place to go.
const { register } = await import("tsx/esm/api");
register();
await import("./serve.ts");

import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, requireNode } from "./install.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
requireNode({ isQuiet: true });
await ensureInstalled();

const { register } = await import("tsx/esm/api");
register();
await import("./admin.ts");

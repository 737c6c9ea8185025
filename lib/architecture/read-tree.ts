import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { SourceText } from "./source-file";

const LEFT_OUT = new Set([
  "node_modules",
  "migrations",
  "public",
  "messages",
  "docs",
  "test-results",
  "playwright-report",
]);

/** Every file of ours that is code. */
export function readTree(root: string): readonly SourceText[] {
  return filesBelow(root).map((file) => ({ path: relative(root, file), text: readFileSync(file, "utf8") }));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".") || LEFT_OUT.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(ts|tsx|mts|js|mjs)$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

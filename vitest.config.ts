import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const OUTSIDE = ["**/node_modules/**", "e2e/**", ".next/**", ".data/**"];
const apart = filesApart();

/**
 * Unit tests need nothing but Node; database tests (`*.db.test.ts`) need the Postgres that `npm test` starts. The files
 * of a project share their modules, which are most of the work of loading; those that change what a module or the whole
 * process sees have both to themselves.
 */
export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    restoreMocks: true,
    projects: [
      project("unit", { isolate: false, include: ["**/*.test.{ts,tsx}"], exclude: ["**/*.db.test.ts", ...apart] }),
      project("unit-apart", { include: apart, exclude: ["**/*.db.test.ts"] }),
      project("database", { isolate: false, include: ["**/*.db.test.ts"], exclude: apart }),
      project("database-apart", { include: apart.filter((file) => file.endsWith(".db.test.ts")), exclude: [] }),
    ],
  },
});

function project(name: string, files: { isolate?: boolean; include: string[]; exclude: string[] }) {
  const isDatabase = name.startsWith("database");
  return {
    extends: true as const,
    test: {
      name,
      ...files,
      exclude: [...files.exclude, ...OUTSIDE],
      // The architecture test parses the whole tree; a busy machine takes its time.
      testTimeout: 30_000,
      ...(isDatabase ? { globalSetup: ["./db/testing/global-setup.ts"], hookTimeout: 60_000 } : {}),
    },
  };
}

function filesApart(): string[] {
  return ["app", "components", "db", "lib"].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.test\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`)
      .filter((file) =>
        /vi\.mock\(|vi\.stubEnv\(|\bapiDesk\b/.test(readFileSync(join(import.meta.dirname, file), "utf8")),
      ),
  );
}

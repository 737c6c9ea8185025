import { defineConfig } from "vitest/config";

/** Unit tests need nothing but Node; database tests (`*.db.test.ts`) need the Postgres that `npm test` starts. */
export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // The architecture test parses the whole tree; a busy machine takes its time.
          testTimeout: 30_000,
          include: ["**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "**/node_modules/**", "e2e/**", ".next/**", ".data/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["**/*.db.test.ts"],
          exclude: ["**/node_modules/**", "e2e/**", ".next/**", ".data/**"],
          globalSetup: ["./db/testing/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

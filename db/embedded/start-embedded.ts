import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { serverAccount } from "./account";
import { preparedBinaries } from "./binaries";
import { initialiseCluster, settleDataDir } from "./cluster";
import { keptSecrets } from "./kept-secrets";
import { launch, login, stopPostmaster, superuserUrl } from "./launch";
import { withLock } from "./lock";
import { type Postmaster, settledPostmaster, waitUntilGone } from "./postmaster";
import { dropUser, keepUser } from "./users-of-server";

export interface EmbeddedServer {
  /** Superuser URL of the database `postgres`. */
  readonly adminUrl: string;
  readonly port: number;
  /** The server ran already; it was not started by this call. */
  readonly adopted: boolean;
  /** Lets go of the server; it stops when nobody else uses it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly preferredPort: number;
  readonly settings?: Readonly<Record<string, string>>;
}

/** One server per data folder, however many processes ask at once. Everything beside the data lies next to the folder. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dirname(dataDir), { recursive: true });
  return withLock(`${dataDir}.lock`, async () => {
    const { superuser: password } = await keptSecrets(`${dataDir}.superuser.json`, ["superuser"]);
    const { port, adopted } = await runningOrLaunched(dataDir, password, options);
    const user = await keepUser(dataDir);
    return { adminUrl: superuserUrl(port, password), port, adopted, stop: () => letGo(dataDir, user) };
  });
}

async function runningOrLaunched(dataDir: string, password: string, options: EmbeddedOptions) {
  const account = await serverAccount(dataDir);
  const home = await settleDataDir(dataDir, account);
  const running = await adoptable(home, password);
  if (running !== null) return { port: running.port, adopted: true };
  const binaries = await preparedBinaries(account);
  await initialiseCluster({ home, binaries, account, password });
  const port = await launch({ ...options, dataDir, home, binaries, account, password });
  await writeFile(`${dataDir}.port`, `${port}\n`);
  return { port, adopted: false };
}

/** The server of this folder that lets us in. One that was killed a moment ago can still look alive. */
async function adoptable(home: string, password: string): Promise<Postmaster | null> {
  for (;;) {
    const running = await settledPostmaster(home);
    if (running === null) return null;
    try {
      await login(superuserUrl(running.port, password), home);
      return running;
    } catch (error) {
      if (!(await waitUntilGone(running.identity, 2_000))) throw error;
    }
  }
}

async function letGo(dataDir: string, user: string): Promise<void> {
  await withLock(`${dataDir}.lock`, async () => {
    const othersRemain = await dropUser(dataDir, user);
    if (!othersRemain) await stopPostmaster(dataDir);
  });
}

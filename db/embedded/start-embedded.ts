import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { serverAccount } from "./account";
import { preparedBinaries } from "./binaries";
import { initialiseCluster, settleDataDir } from "./cluster";
import { keptSecret } from "./kept-secret";
import { launch, login, stopPostmaster, superuserUrl } from "./launch";
import { withLock } from "./lock";
import { settledPostmaster } from "./postmaster";
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
    const password = await keptSecret(`${dataDir}.superuser`);
    const { port, adopted } = await runningOrLaunched(dataDir, password, options);
    const user = await keepUser(dataDir);
    return { adminUrl: superuserUrl(port, password), port, adopted, stop: () => letGo(dataDir, user) };
  });
}

async function runningOrLaunched(dataDir: string, password: string, options: EmbeddedOptions) {
  const account = await serverAccount(dataDir);
  const home = await settleDataDir(dataDir, account);
  const running = await settledPostmaster(home);
  if (running !== null) {
    await login(superuserUrl(running.port, password), home);
    return { port: running.port, adopted: true };
  }
  const binaries = await preparedBinaries(account);
  await initialiseCluster({ home, binaries, account, password });
  const port = await launch({ ...options, dataDir, home, binaries, account, password });
  await writeFile(`${dataDir}.port`, `${port}\n`);
  return { port, adopted: false };
}

async function letGo(dataDir: string, user: string): Promise<void> {
  await withLock(`${dataDir}.lock`, async () => {
    const othersRemain = await dropUser(dataDir, user);
    if (!othersRemain) await stopPostmaster(dataDir);
  });
}

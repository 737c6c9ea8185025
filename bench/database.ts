import postgres, { type Sql } from "postgres";
import { bootstrap, inDatabase, ROLE_NAMES, type RolePasswords, withConnection } from "@/db/bootstrap";
import { createDatabase, type Database } from "@/db/client";
import { keptSecrets } from "@/db/embedded/kept-secrets";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { migrate } from "@/db/migrate";
import { openOperator } from "@/lib/auth/open-operator";
import { asId, type TeamId } from "@/lib/domain/ids";
import { foldCounts, foldIfMany } from "@/lib/use-cases/counts/fold";
import { type BenchTeam, generate, listTeams, type Sizes } from "./generate";

const FOLDER = ".data/bench";
const FOLDED_FROM = 500;

export interface BenchDatabase {
  readonly teams: readonly BenchTeam[];
  readonly db: Database;
  /** The app's role and the superuser, past our own client. */
  readonly app: Sql;
  readonly admin: Sql;
  close(): Promise<void>;
}

export interface BenchServer {
  readonly adminUrl: string;
  readonly passwords: RolePasswords;
}

/** The server given, which must be the bench's alone, as it sets the roles' passwords; else one of its own. */
export async function benchServer(
  given: string | undefined,
): Promise<BenchServer & { readonly stop: () => Promise<void> }> {
  const passwords = await keptSecrets(`${FOLDER}/passwords.json`, ROLE_NAMES);
  if (given) return { adminUrl: given, passwords, stop: async () => undefined };
  const { adminUrl, stop } = await startEmbedded({
    dataDir: `${FOLDER}/postgres`,
    preferredPort: 55_434,
    settings: { shared_buffers: "2GB", max_wal_size: "8GB", max_connections: "120", work_mem: "32MB", jit: "off" },
  });
  return { adminUrl, passwords, stop };
}

/** Makes the database anew, generates, folds and vacuums it; or takes the one that an earlier run left. */
export async function buildDatabase(
  { adminUrl, passwords }: BenchServer,
  name: string,
  sizes: Sizes,
  isKept = false,
): Promise<BenchDatabase> {
  if (!isKept) {
    await withConnection(adminUrl, async (sql) => void (await sql`drop database if exists ${sql(name)} with (force)`));
  }
  const { ownerUrl, appUrl } = await bootstrap(adminUrl, { database: name, passwords });
  await migrate(ownerUrl);
  const admin = postgres(inDatabase(adminUrl, name), { max: 1, onnotice: () => {} });
  const app = postgres(appUrl, { max: 1 });
  const teams = isKept ? await listTeams(admin) : await timed("generated", () => generate(admin, sizes));
  const db = createDatabase(appUrl, { max: 34, statementTimeoutMs: 600_000 });
  if (!isKept) {
    await timed("folded", () => foldTeams(db, teams));
    await timed("vacuumed", () => admin`vacuum (analyze)`);
  }
  const close = async () => {
    await db.close();
    await Promise.all([admin.end(), app.end()]);
  };
  return { teams, db, app, admin, close };
}

/** As the job does: the small ones wait. */
async function foldTeams(db: Database, teams: readonly BenchTeam[]): Promise<void> {
  for (const { teamId } of teams.filter(({ leads }) => leads >= FOLDED_FROM / 2)) {
    await openOperator(db, asId<TeamId>(teamId), "write", foldIfMany);
  }
}

/** Folds whatever waits. */
export async function foldTeam(db: Database, teamId: string): Promise<void> {
  await openOperator(db, asId<TeamId>(teamId), "write", foldCounts);
}

export async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  console.error(`${what} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

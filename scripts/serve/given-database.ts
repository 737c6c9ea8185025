import { appRoleFaults, oldPostgresWarning } from "@/db/server-checks";
import { migrate, pendingMigrations } from "@/db/migrate";
import type { ServingSettings } from "./settings";

export interface ServedDatabase {
  readonly appUrl: string;
  readonly shareUrl: string;
  /** Null: nobody purges, which was said. */
  readonly purgeUrl: string | null;
  readonly authSecret: string;
  /** What to tell whoever started it. */
  readonly welcome: readonly string[];
}

/** Somebody else's Postgres: nothing is created there, and nothing served until it is as it must be. */
export async function givenDatabase(url: string, settings: ServingSettings): Promise<ServedDatabase> {
  if (settings.authSecret === null) {
    throw new Error("AUTH_SECRET is missing. With DATABASE_URL it must be set, to 32 random characters or more.");
  }
  if (settings.shareUrl === null) {
    throw new Error("DATABASE_SHARE_URL is missing: the login of report links' visitors, role tofold_share.");
  }
  await requireWeakRole("DATABASE_URL", url, "tofold_app");
  await requireWeakRole("DATABASE_SHARE_URL", settings.shareUrl, "tofold_share");
  const warning = await oldPostgresWarning(url);
  if (warning !== null) console.warn(warning);
  if (settings.migrationUrl !== null) await migrate(settings.migrationUrl);
  const pending = await pendingMigrations(url);
  if (pending.length > 0) {
    throw new Error(
      `The database lacks ${pending.length} migration(s), first ${pending[0]}. Set DATABASE_MIGRATION_URL to the schema owner's address, or run npm run db:migrate.`,
    );
  }
  if (settings.purgeUrl === null) {
    console.warn(
      "DATABASE_PURGE_URL is missing: deleted teams are closed but not purged, and erasures are not listed.",
    );
  }
  const { shareUrl, purgeUrl, authSecret } = settings;
  return { appUrl: url, shareUrl, purgeUrl, authSecret, welcome: [] };
}

async function requireWeakRole(variable: string, url: string, role: string): Promise<void> {
  const faults = await appRoleFaults(url).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : "no answer";
    throw new Error(`The database of ${variable} cannot be used: ${reason}.`, { cause });
  });
  if (faults.length > 0) {
    throw new Error(`${variable} must name a weak role, and this one ${faults.join(", ")}. Use ${role}.`);
  }
}

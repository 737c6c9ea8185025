import { spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";
import { userInfo } from "node:os";

/** Whom the server runs as, when that is not simply ourselves. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Postgres refuses to run as root and as a user without a name. Null means: as ourselves. */
export async function serverAccount(dataDir: string): Promise<Account | null> {
  if (process.getuid === undefined) return null;
  if (process.getuid() !== 0) {
    refuseNamelessUser();
    return null;
  }
  const account = (await ownerOf(dataDir)) ?? lookUp("postgres") ?? lookUp("nobody");
  if (account === null) {
    throw new Error(
      "The embedded Postgres cannot run as root, and there is no user postgres or nobody to run it as. Set DATABASE_URL to use another Postgres.",
    );
  }
  return account;
}

/** How a program of Postgres is started. */
export function runAs(account: Account | null): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  // Nothing of our own environment, since PGPORT and its like would change the server; a folder that everybody may enter.
  return { cwd: "/", env: { NODE_ENV: "production", PATH: "/usr/local/bin:/usr/bin:/bin", TZ: "UTC" }, ...account };
}

function refuseNamelessUser(): void {
  try {
    userInfo();
  } catch (cause) {
    throw new Error(
      "The embedded Postgres needs a user with a name, and this user has none in /etc/passwd. Set DATABASE_URL to use another Postgres.",
      { cause },
    );
  }
}

/** A folder made by an ordinary user stays that user's when root starts the server. */
async function ownerOf(dataDir: string): Promise<Account | null> {
  const owner = await stat(dataDir).catch(() => null);
  return owner === null || owner.uid === 0 ? null : { uid: owner.uid, gid: owner.gid };
}

function lookUp(name: string): Account | null {
  const uid = numberFrom("-u", name);
  const gid = numberFrom("-g", name);
  return uid === null || gid === null ? null : { uid, gid };
}

function numberFrom(flag: "-u" | "-g", name: string): number | null {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  const value = Number.parseInt(answer.stdout ?? "", 10);
  return answer.status === 0 && Number.isInteger(value) && value > 0 ? value : null;
}

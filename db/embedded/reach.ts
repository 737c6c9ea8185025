import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Account } from "./account";

/** Where root puts what the server's user must reach when the project lies in a closed folder. */
export const OPEN_PLACE = "/var/lib/tofold";

/** Whether the account can enter the folder from the root down. */
export async function canEnter(folder: string, account: Account | null): Promise<boolean> {
  if (account === null) return true;
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid, gid } = await stat(path);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

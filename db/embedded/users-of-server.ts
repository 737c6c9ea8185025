import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { isRunning, ownIdentity } from "./process-identity";

/** Notes this process as a user of the server. Call it while holding the folder's lock. */
export async function keepUser(dataDir: string): Promise<string> {
  const user = `${ownIdentity()} ${randomUUID()}`;
  await write(dataDir, [...(await livingUsers(dataDir)), user]);
  return user;
}

/** Strikes the user off; true when somebody living still uses the server. Call it while holding the folder's lock. */
export async function dropUser(dataDir: string, user: string): Promise<boolean> {
  const others = (await livingUsers(dataDir)).filter((other) => other !== user);
  await write(dataDir, others);
  return others.length > 0;
}

async function livingUsers(dataDir: string): Promise<readonly string[]> {
  const text = await readFile(`${dataDir}.users`, "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "" && isRunning(line.split(" ")[0] ?? ""));
}

async function write(dataDir: string, users: readonly string[]): Promise<void> {
  await writeFile(`${dataDir}.users`, users.map((user) => `${user}\n`).join(""));
}

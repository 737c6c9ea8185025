import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { isCode } from "./lock";

/** Passwords of the embedded server's roles: made once, kept in a file that only its owner reads. */
export async function keptPasswords<Role extends string>(
  file: string,
  roles: readonly Role[],
): Promise<Readonly<Record<Role, string>>> {
  const kept = await read(file);
  const all = Object.fromEntries(roles.map((role) => [role, kept[role] ?? randomBytes(24).toString("hex")]));
  await writeFile(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return z.record(z.enum(roles), z.string()).parse(all);
}

async function read(file: string): Promise<Readonly<Record<string, string>>> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (isCode(error, "ENOENT")) return {};
    throw error;
  }
}

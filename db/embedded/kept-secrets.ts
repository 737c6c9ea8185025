import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { isCode } from "./lock";

/** Random secrets by name: each made once, kept in a file that only its owner reads. */
export async function keptSecrets<Name extends string>(
  file: string,
  names: readonly Name[],
): Promise<Readonly<Record<Name, string>>> {
  const kept = await read(file);
  const secrets = Object.fromEntries(names.map((name) => [name, kept[name] ?? randomBytes(32).toString("base64url")]));
  if (names.some((name) => kept[name] === undefined)) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, `${JSON.stringify({ ...kept, ...secrets }, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return z.record(z.enum(names), z.string()).parse(secrets);
}

async function read(file: string): Promise<Readonly<Record<string, string>>> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (isCode(error, "ENOENT")) return {};
    throw error;
  }
}

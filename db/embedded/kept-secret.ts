import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { isCode } from "./lock";

/** Makes the secret once; afterwards the file, readable by its owner alone, is the truth. */
export async function keptSecret(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
  }
  const secret = randomBytes(24).toString("hex");
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secret;
}

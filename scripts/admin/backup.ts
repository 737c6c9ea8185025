import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { dump } from "@/db/backup/dump";
import { load } from "@/db/backup/load";
import { withConnection } from "@/db/bootstrap";
import { eraseAgain, readErasureList } from "@/db/purge/erasure-list";
import { migrate } from "@/db/migrate";

/** All data into one file, readable by its owner alone. A file of this name is there only when it is whole. */
export async function backup(backupUrl: string, args: readonly string[]): Promise<string> {
  const file = fileOf(args);
  const unfinished = `${file}.part`;
  try {
    await withConnection(backupUrl, async (sql) => {
      await pipeline(dump(sql), createGzip(), createWriteStream(unfinished, { mode: 0o600, flags: "wx" }));
    });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return `Backed up to ${file}. Keep AUTH_SECRET beside it: it is not in the file.`;
}

/** A backup into an empty database, whole or not at all, less whoever was erased since it was made. */
export async function restore(ownerUrl: string, args: readonly string[], erasureList: string): Promise<string> {
  const file = fileOf(args);
  const erased = await readErasureList(erasureList);
  await migrate(ownerUrl);
  let [restored, again] = [0, 0];
  await withConnection(ownerUrl, async (sql) => {
    await pipeline(createReadStream(file), createGunzip(), async (unpacked: AsyncIterable<Uint8Array>) => {
      const erase = async () => {
        again = await eraseAgain(sql, erased);
      };
      ({ tables: restored } = await load(sql, unpacked, erase));
    });
  }).catch((error: unknown) => {
    throw isOfGunzip(error) ? new Error(`${file} is no backup, or not all of one.`, { cause: error }) : error;
  });
  const anew = again === 0 ? "" : ` Erased ${again} anew, as ${erasureList} says.`;
  return `Restored ${restored} tables from ${file}.${anew}`;
}

function isOfGunzip(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}

function fileOf([file, ...more]: readonly string[]): string {
  if (file === undefined || file === "" || file.startsWith("-") || more.length > 0) {
    throw new Error("Name one file.");
  }
  return file;
}

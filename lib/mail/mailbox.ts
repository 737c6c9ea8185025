import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { webEnv } from "@/lib/env";
import { newId } from "@/lib/new-id";
import type { WrittenLetter } from "./write-letter";

const LETTERS_MAX = 200;
const NAME = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const Kept = z.strictObject({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  link: z.string(),
  at: z.iso.datetime(),
});
export type KeptLetter = z.output<typeof Kept> & { readonly id: string };

export type LetterDelivery = "smtp" | "mailbox" | "none";

/** How letters reach their readers here, so that pages do not promise what cannot be. */
export function letterDelivery(): LetterDelivery {
  if (isMailboxOn()) return "mailbox";
  return webEnv().SMTP_URL === undefined ? "none" : "smtp";
}

/** Only where the reader sits at the machine itself, and letters go nowhere else. */
export function isMailboxOn(): boolean {
  const { APP_URL, SMTP_URL } = webEnv();
  return SMTP_URL === undefined && ["localhost", "127.0.0.1"].includes(new URL(APP_URL).hostname);
}

export async function keepInMailbox(folder: string, letter: WrittenLetter, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Ids begin with their time, so names are in the order of arrival. Renamed when whole: no reader sees half a letter.
  const path = join(folder, `${newId(now.getTime())}.json`);
  await writeFile(`${path}.part`, JSON.stringify({ ...letter, at: now.toISOString() }), { mode: 0o600 });
  await rename(`${path}.part`, path);
  const old = (await namesIn(folder)).slice(LETTERS_MAX);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

/** Newest first. */
export async function listLetters(folder = webEnv().MAILBOX_DIR): Promise<readonly KeptLetter[]> {
  const ids = (await namesIn(folder)).map((name) => name.replace(/\.json$/, ""));
  const letters = await Promise.all(ids.map((id) => findLetter(id, folder)));
  return letters.filter((letter) => letter !== null);
}

export async function findLetter(id: string, folder = webEnv().MAILBOX_DIR): Promise<KeptLetter | null> {
  if (!NAME.test(id)) return null;
  const text = await readFile(join(folder, `${id}.json`), "utf8").catch(nullIfMissing);
  return text === null ? null : { ...Kept.parse(JSON.parse(text)), id };
}

async function namesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(nullIfMissing)) ?? [];
  return names
    .filter((name) => NAME.test(name.replace(/\.json$/, "")))
    .toSorted()
    .toReversed();
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}

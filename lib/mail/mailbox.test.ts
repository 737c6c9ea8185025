import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Letter } from "@/lib/domain/letter";
import { newToken } from "@/lib/token";
import { findLetter, isMailboxOn, letterDelivery, listLetters } from "./mailbox";
import { sendLetter } from "./send-letter";
import { writeLetter } from "./write-letter";

const APP_URL = "http://localhost:3000";
const token = newToken();
const to = "kari@example.no";
const LETTERS: readonly Letter[] = [
  { kind: "confirm-email", to, locale: "nb", token },
  { kind: "reset-password", to, locale: "en", token },
  { kind: "known-address", to, locale: "nb" },
  { kind: "password-changed", to, locale: "en" },
  { kind: "invitation", to, locale: "nb", token, who: "Ola", team: "Fjellheim" },
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "letters-"));
  vi.stubEnv("APP_URL", APP_URL);
  vi.stubEnv("AUTH_SECRET", "a secret of the tests, long enough");
  vi.stubEnv("SMTP_URL", "");
  vi.stubEnv("MAILBOX_DIR", folder);
});
afterEach(() => rm(folder, { recursive: true }));

describe("writeLetter", () => {
  it("links to our own address, in the language of its reader", () => {
    const written = LETTERS.map((letter) => writeLetter(letter, APP_URL));
    expect(written.map(({ link }) => link)).toEqual([
      `${APP_URL}/verify/${token}`,
      `${APP_URL}/reset/${token}`,
      `${APP_URL}/sign-in`,
      `${APP_URL}/reset`,
      `${APP_URL}/invite/${token}`,
    ]);
    expect(written.every(({ text, link }) => text.includes(`\n${link}\n`))).toBe(true);
    expect(written.map(({ subject }) => subject)).toEqual([
      "Bekreft e-postadressen din",
      "Choose a new password",
      "Du har allerede en konto",
      "Your password has been changed",
      "Ola har invitert deg til Fjellheim på Tofold.",
    ]);
  });

  it("keeps its subject on one line, whatever the names are", () => {
    const who = "Ola\r\nBcc: evil@evil.example\u2028x";
    const { subject } = writeLetter({ kind: "invitation", to, locale: "en", token, who, team: "T" }, APP_URL);
    expect(subject).toBe("Ola Bcc: evil@evil.example x has invited you to T on Tofold.");
  });
});

describe("the mailbox", () => {
  it("holds the letters that are not sent, the newest first", async () => {
    for (const letter of LETTERS) {
      await sendLetter(letter);
      await new Promise((resume) => setTimeout(resume, 2));
    }
    const kept = await listLetters();
    expect(kept.map(({ subject }) => subject)).toEqual(
      LETTERS.map((l) => writeLetter(l, APP_URL).subject).toReversed(),
    );
    expect(await findLetter(kept[0]?.id ?? "")).toEqual(kept[0]);
  });

  it("is empty without its folder, and opens no other file", async () => {
    await writeFile(join(folder, "secrets.json"), "{}");
    expect(await listLetters(join(folder, "none"))).toEqual([]);
    expect(await listLetters()).toEqual([]);
    for (const id of ["secrets", "../secrets", "", newToken()]) expect(await findLetter(id)).toBeNull();
  });

  it("keeps 200", async () => {
    for (let n = 0; n < 203; n += 1) await sendLetter({ kind: "known-address", to, locale: "nb" });
    expect(await readdir(folder)).toHaveLength(200);
  });

  it.each([
    [APP_URL, "", "mailbox"],
    ["http://127.0.0.1:3000", "", "mailbox"],
    [APP_URL, "smtp://mail.example.com", "smtp"],
    ["https://tofold.example.com", "", "none"],
    ["https://localhost.example.com", "", "none"],
  ])("at %s with SMTP_URL «%s»: %s", (appUrl, smtp, expected) => {
    vi.stubEnv("APP_URL", appUrl);
    vi.stubEnv("SMTP_URL", smtp);
    expect([letterDelivery(), isMailboxOn()]).toEqual([expected, expected === "mailbox"]);
  });
});

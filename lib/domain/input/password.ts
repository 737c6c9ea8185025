import type { Parsed } from "@/lib/domain/errors";
import { COMMON_PASSWORDS, COMMON_WORDS } from "@/lib/domain/input/common-passwords";
import { accept, refuse } from "@/lib/domain/input/parsed";
import { countCodePoints } from "@/lib/domain/input/text";

const LENGTH_MIN = 12;
const BYTES_MAX = 1024;

/** A password as typed, at sign-in: whatever was once accepted. NFC, so that every keyboard's «Å» is the same. */
export function parsePassword(input: unknown): Parsed<string> {
  if (typeof input !== "string" || input === "") return refuse("required");
  // Bounds the normalisation below.
  if (input.length > BYTES_MAX) return refuse("password-long");
  if (/\p{Cs}/u.test(input)) return refuse("text");
  const password = input.normalize("NFC");
  return new TextEncoder().encode(password).length > BYTES_MAX ? refuse("password-long") : accept(password);
}

/** A password to be. Nothing but its form changes: no trimming, no cutting. */
export function parseNewPassword(input: unknown): Parsed<string> {
  const parsed = parsePassword(input);
  if (!parsed.ok) return parsed;
  if (countCodePoints(parsed.value) < LENGTH_MIN) return refuse("password-short");
  return isCommonPassword(parsed.value) ? refuse("password-common") : parsed;
}

/** Among the first that anybody would try for anybody. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  const core = coreOf(plain);
  if (COMMON_PASSWORDS.has(plain) || isCommonWord(core) || core.includes(PRODUCT)) return true;
  return isRepeated(plain) || isSequence(plain);
}

/** Among the first that anybody would try for this person: what remains without their name and address is next to nothing. */
export function isGuessable(password: string, person: { readonly email: string; readonly name: string }): boolean {
  const email = person.email.toLowerCase();
  const local = email.split("@")[0] ?? "";
  const words = [email, local, ...email.split(/[@.+_-]/), ...person.name.toLowerCase().split(/\s+/)];
  const plain = password.toLowerCase();
  return isLittleWithout(plain, words) || isLittleWithout(coreOf(plain), words.map(coreOf));
}

function isLittleWithout(password: string, words: readonly string[]): boolean {
  const longestFirst = words.filter((word) => word.length >= CORE_LENGTH_MIN).toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ""), password);
  return rest !== password && rest.replace(/[^\p{L}\p{N}]+/gu, "").length < CORE_LENGTH_MIN;
}

const PRODUCT = "tofold";
const CORE_LENGTH_MIN = 4;

const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/** Without the digits and signs round it, and with letters where digits stand for them: P@ssw0rd2026! is password. */
function coreOf(plain: string): string {
  const trimmed = plain.replace(/^[^\p{L}]+/u, "").replace(/[^\p{L}@$]+$/u, "");
  return Array.from(trimmed, (sign) => LEET[sign] ?? sign)
    .join("")
    .replace(/[^\p{L}]+/gu, "");
}

/** One of the words, or the same one twice or more. */
function isCommonWord(core: string): boolean {
  return [1, 2, 3, 4].some((times) => {
    const word = core.slice(0, core.length / times);
    return COMMON_WORDS.has(word) && word.repeat(times) === core;
  });
}

/** A short piece again and again, to the last sign: abcabcabcabc, aaaaaaaaaaaa. */
function isRepeated(plain: string): boolean {
  const signs = Array.from(plain);
  const lengths = Array.from({ length: Math.min(6, Math.floor(signs.length / 2)) }, (_, index) => index + 1);
  return lengths.some((length) => signs.every((sign, index) => sign === signs[index % length]));
}

/** Neighbours of the alphabet or the keyboard all along, forwards or backwards. */
function isSequence(plain: string): boolean {
  const backwards = Array.from(plain).toReversed().join("");
  return SEQUENCES.some((sequence) => sequence.includes(plain) || sequence.includes(backwards));
}

const SEQUENCES = [
  "abcdefghijklmnopqrstuvwxyzæøå",
  "abcdefghijklmnopqrstuvwxyz",
  "1234567890",
  "qwertyuiopåasdfghjkløæzxcvbnm",
  "qwertyuiopasdfghjklzxcvbnm",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "1q2w3e4r5t6y7u8i9o0p",
].map((row) => row.repeat(4));

/**
 * The form in which two names are the same name: composed, trimmed, lower case, Nordic letters
 * and accents reduced to their base letter, and any run of white space one space. Idempotent.
 */
export function fold(text: string): string {
  const lower = text.normalize("NFC").trim().toLowerCase();
  const plain = lower.replace(/[æøðþßłđ]/g, (letter) => BASE_LETTERS[letter] ?? letter);
  return plain
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/\s+/gu, " ")
    .normalize("NFC")
    .trim();
}

/** Letters that Unicode does not take apart into a base letter and an accent. */
const BASE_LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  ø: "o",
  ð: "d",
  þ: "th",
  ß: "ss",
  ł: "l",
  đ: "d",
};

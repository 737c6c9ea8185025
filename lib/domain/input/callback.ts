import type { Parsed } from "@/lib/domain/errors";
import { accept, refuse } from "@/lib/domain/input/parsed";

const LENGTH_MAX = 2048;
const PRINTABLE_ASCII = /^[\x21-\x7e]+$/;

/** Where to go after signing in: a page of our own. Whoever gets a refusal goes to the start page. */
export function parseCallback(input: unknown, appUrl: string): Parsed<string> {
  if (typeof input !== "string" || input.length > LENGTH_MAX) return refuse("link");
  if (!PRINTABLE_ASCII.test(input) || input.includes("\\") || decode(input) === null) return refuse("link");
  const path = input.replace(/[?#].*$/, "");
  const decoded = decode(path);
  if (decoded === null || !isPagePath(path) || !isPagePath(decoded)) return refuse("link");
  // The last word is the browser's reading, whatever the checks above have overlooked.
  const isOurs = URL.canParse(input, appUrl) && new URL(input, appUrl).origin === new URL(appUrl).origin;
  return isOurs ? accept(input) : refuse("link");
}

function isPagePath(path: string): boolean {
  if (!path.startsWith("/") || path.startsWith("//") || /[\s\p{Cc}\\]/u.test(path)) return false;
  const segments = path.split("/");
  return !segments.includes(".") && !segments.includes("..") && segments[1]?.toLowerCase() !== "api";
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // A broken escape: an answer, not a failure.
  }
}

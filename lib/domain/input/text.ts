import type { Parsed } from "@/lib/domain/errors";
import { accept, refuse } from "@/lib/domain/input/parsed";

/** Text as it is stored: NFC, trimmed, nothing that hides, reorders or breaks what is around it. May be empty. */
export function parseText(
  input: string,
  limits: { readonly lengthMax: number; readonly lines: boolean },
): Parsed<string> {
  // Bounds the work below: no composition makes one character of more than a few.
  if (input.length > 20 * limits.lengthMax) return refuse("too-long");
  const value = (limits.lines ? input.replace(/\r\n?/g, "\n") : input).normalize("NFC").trim();
  if ((limits.lines ? FORBIDDEN_IN_LINES : FORBIDDEN).test(value) || STACKED_MARKS.test(value)) return refuse("text");
  if (value !== "" && !VISIBLE.test(value)) return refuse("text");
  if (countCodePoints(value) > limits.lengthMax) return refuse("too-long");
  return accept(value);
}

export function countCodePoints(text: string): number {
  return Array.from(text).length;
}

// Lone surrogates, separators, bidi embeddings, overrides and isolates, tags, the sign of a broken encoding, noncharacters.
const HIDING = String.raw`\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\ufffd\p{Noncharacter_Code_Point}`;
const FORBIDDEN = new RegExp(`[\\p{Cc}${HIDING}]`, "u");
const FORBIDDEN_IN_LINES = new RegExp(String.raw`(?![\t\n])\p{Cc}|[${HIDING}]`, "u");
const STACKED_MARKS = /\p{M}{9}/u;
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;

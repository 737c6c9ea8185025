import type { Parsed } from "@/lib/domain/errors";
import { parseEmail } from "@/lib/domain/input/email";
import { refuse } from "@/lib/domain/input/parsed";

const LENGTH_MAX = 500;
const LATIN_DOMAIN = /^[\p{Script=Latin}0-9.-]+$/u;

/** The address of a lead: contact data, never an identity. A domain with Latin letters is stored as punycode. */
export function parseLeadEmail(input: unknown): Parsed<string> {
  if (typeof input !== "string" || input.length > LENGTH_MAX) return parseEmail(input);
  const typed = input.trim().normalize("NFC");
  const at = typed.lastIndexOf("@");
  const domain = typed.slice(at + 1);
  if (at < 0 || /^[\x21-\x7e]*$/.test(domain)) return parseEmail(input);
  // What NFKC changes looks like another domain than the one it leads to.
  if (domain !== domain.normalize("NFKC") || !LATIN_DOMAIN.test(domain)) return refuse("email");
  const ascii = toPunycode(domain);
  return ascii === null ? refuse("email") : parseEmail(`${typed.slice(0, at)}@${ascii}`);
}

function toPunycode(domain: string): string | null {
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : null;
}

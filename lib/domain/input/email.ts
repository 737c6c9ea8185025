import type { Parsed } from "@/lib/domain/errors";
import { accept, refuse, refuseUnlessBlank } from "@/lib/domain/input/parsed";

const LENGTH_MAX = 254;
const LOCAL_LENGTH_MAX = 64;
const PRINTABLE_ASCII = /^[\x21-\x7e]+$/;
const LOCAL = /^[a-z0-9_][a-z0-9._+'-]*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const LAST_LABEL = /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;

/** The address that a person signs in with. One spelling per account: lower case, ASCII; tags and dots are kept. */
export function parseEmail(input: unknown): Parsed<string> {
  if (typeof input !== "string" || input.length > 2 * LENGTH_MAX) return refuseUnlessBlank(input, "email");
  const typed = input.trim();
  // Before lowering: the Kelvin sign lowers to k.
  if (!PRINTABLE_ASCII.test(typed) || typed.length > LENGTH_MAX) return refuseUnlessBlank(input, "email");
  const value = typed.toLowerCase();
  const [local, domain, ...more] = value.split("@");
  if (local === undefined || domain === undefined || more.length > 0) return refuse("email");
  return isLocalPart(local) && isDomain(domain) ? accept(value) : refuse("email");
}

function isLocalPart(local: string): boolean {
  return local.length <= LOCAL_LENGTH_MAX && LOCAL.test(local) && !local.endsWith(".") && !local.includes("..");
}

function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && LAST_LABEL.test(labels.at(-1) ?? "");
}

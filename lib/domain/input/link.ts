import type { Parsed } from "@/lib/domain/errors";
import { accept, refuseUnlessBlank } from "@/lib/domain/input/parsed";

const LENGTH_MAX = 2048;
const START = /^https?:\/\/([^/?#]+)/i;
const FORBIDDEN = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\\<>"`]/u;
const HOST_LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** A web address that is stored and shown, in the form in which a browser reads it. */
export function parseLink(input: unknown): Parsed<string> {
  const url = typeof input === "string" ? readUrl(input) : null;
  return url === null || url.href.length > LENGTH_MAX ? refuseUnlessBlank(input, "link") : accept(url.href);
}

/** A site that may embed a report; it ends up in a header, so it is `https`, host and port and nothing else. */
export function parseOrigin(input: unknown): Parsed<string> {
  const url = typeof input === "string" && /^https:\/\/[^/?#]+\/?$/i.test(input) ? readUrl(input) : null;
  return url === null ? refuseUnlessBlank(input, "link") : accept(url.origin);
}

function readUrl(input: string): URL | null {
  if (input.length > LENGTH_MAX || FORBIDDEN.test(input)) return null;
  const authority = START.exec(input)?.[1];
  if (authority === undefined || authority.includes("@") || !URL.canParse(input)) return null;
  const url = new URL(input);
  return isPublicHost(url.hostname) ? url : null;
}

/** After the browser's own reading, so that decimal and octal addresses stand here as plain ones. */
function isPublicHost(host: string): boolean {
  const labels = host.split(".");
  if (labels.length < 2 || host.length > 253) return false;
  return labels.every((label) => HOST_LABEL.test(label)) && !/^[0-9]+$/.test(labels.at(-1) ?? "");
}

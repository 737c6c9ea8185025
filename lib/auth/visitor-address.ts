import { isIPv4, isIPv6 } from "node:net";

/** Where a request comes from, as our own proxy says; null without one, for everybody can write that header. */
export function visitorAddress(sent: Pick<Headers, "get">, trustProxy: boolean): string | null {
  if (!trustProxy) return null;
  // The last entry is our proxy's own; those before it are whatever the visitor sent.
  const last = sent.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  if (isIPv4(last)) return last;
  return isIPv6(last) ? networkOf(last) : null;
}

/** One household or server has a /64 to itself, and 2^64 addresses in it. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail = ""] = address
    .replace(/%.*$/, "")
    .replace(/\d+\.\d+\.\d+\.\d+$/, "0:0")
    .split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  const groups = address.includes("::") ? [...left, ...zeros, ...right] : left;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

import type { Parsed } from "@/lib/domain/errors";
import { accept, refuse } from "@/lib/domain/input/parsed";

/** The object of a JSON body, its fields not yet parsed. The last of two equal keys wins; a prototype key is refused. */
export function parseJsonObject(text: string): Parsed<Readonly<Record<string, unknown>>> {
  try {
    const body: unknown = JSON.parse(text, refusePrototype);
    return isObject(body) ? accept(body) : refuse("text");
  } catch {
    return refuse("text"); // Broken, too deep, or a prototype key: all of them are the sender's mistake.
  }
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === "__proto__") throw new SyntaxError("prototype key");
  return value;
}

function isObject(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

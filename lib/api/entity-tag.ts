import { z } from "zod";
import type { Described } from "./operation";

const Versioned = z.object({ version: z.int() });

/** Whether the answer is one record, whose version the next write of it must name. */
export function hasEntityTag({ method, output }: Pick<Described, "method" | "output">): boolean {
  return method !== "GET" && output instanceof z.ZodObject && Object.hasOwn(output.shape, "version");
}

/** What the next `If-Match` names. */
export function entityTagOf(operation: Described, response: string): string | null {
  return hasEntityTag(operation) ? `"${Versioned.parse(JSON.parse(response)).version}"` : null;
}

import { REFUSALS, type Refusal } from "@/lib/domain/import/refusals";

/** Why the last upload came to nothing, as the address says it; what nobody knows is a general refusal. */
export function asRefusal(code: unknown, line: unknown): { readonly code: Refusal; readonly line: number } | null {
  if (typeof code !== "string") return null;
  const known = REFUSALS.find((one) => one === code) ?? "unexpected";
  const at = typeof line === "string" && /^[0-9]{1,7}$/.test(line) ? Number(line) : 0;
  return { code: known, line: at };
}

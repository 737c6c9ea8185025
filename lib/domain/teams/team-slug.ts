import { fold } from "@/lib/domain/fold";

const BASE_LENGTH_MAX = 30;

/** A team's part of its address, made from its name; with a suffix when the plain one is taken. */
export function teamSlug(name: string, suffix: string | null): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, BASE_LENGTH_MAX)
    .replace(/^-+|-+$/g, "");
  const base = words.length >= 3 ? words : ["team", words].filter(Boolean).join("-");
  return suffix === null ? base : `${base}-${suffix}`;
}

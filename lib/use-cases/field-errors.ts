import type { z } from "zod";
import { FIELD_CODES, type FieldCode, type FieldErrors } from "@/lib/domain/errors";

type Issue = z.core.$ZodIssue;

/** What zod found, by field: a path as "rows.2.name". The first thing wrong with a field is the one that is told. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const found = error.issues.flatMap(codesOf);
  // `fromEntries` keeps the last of equal keys, and makes a field even of a name like __proto__.
  return Object.fromEntries(found.reverse());
}

function codesOf(issue: Issue): [string, FieldCode][] {
  if (issue.code !== "unrecognized_keys") return [[pathOf(issue.path), codeOf(issue)]];
  return issue.keys.map((key) => [pathOf([...issue.path, key]), "unknown-field"]);
}

function codeOf(issue: Issue): FieldCode {
  const code = FIELD_CODES.find((each) => each === issue.message);
  if (code !== undefined) return code;
  // Schemas of zod's own, beside our parsers.
  if (issue.code === "too_big") return "too-long";
  return issue.code === "too_small" ? "too-short" : "choice";
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

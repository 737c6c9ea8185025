import { AppError, type ErrorCode } from "@/lib/domain/errors";
import { report } from "@/lib/log";

/** RFC 9457: what every refusal of the API says. The codes are closed; the words are for whoever reads a log. */
const PROBLEMS = {
  "not-found": [404, "There is nothing with this id in the team of your key."],
  forbidden: [403, "The scope of your key does not cover this."],
  unauthenticated: [401, "No key, or one that opens nothing."],
  invalid: [400, "Something in the request must be corrected; see `errors`."],
  conflict: [412, "The record has changed since the version that you saw."],
  "already-decided": [409, "The record cannot move there from where it stands."],
  "opportunity-open": [409, "The lead has an open opportunity."],
  "not-last": [409, "Only the last row of a record can be undone."],
  "already-undone": [409, "It is undone already, or too old to be undone."],
  erased: [409, "The person has been erased; nothing more is written about them."],
  "last-owner": [409, "A team keeps one owner."],
  "stage-in-use": [409, "There are records in this stage."],
  "last-stage": [409, "A kind keeps one stage."],
  "email-unconfirmed": [403, "The address of the account is not confirmed."],
  "too-many": [429, "Too many requests; see `Retry-After`."],
  "token-used": [404, "This opens nothing any more."],
  "file-refused": [400, "The file cannot be read; see `reason`."],
  "import-changed": [409, "The import has changed, or its columns cannot be read without a mapping."],
  "too-large": [413, "The body is larger than is taken in."],
  "version-missing": [428, "State the version of the record that you saw in `If-Match`."],
  "request-mismatch": [422, "This idempotency key was used for another request."],
  unavailable: [503, "The service cannot answer now; try again."],
  unexpected: [500, "Something went wrong on our side; quote `instance`."],
} as const satisfies Partial<Record<ErrorCode, readonly [status: number, title: string]>>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS);
export const PROBLEM_TITLES = Object.entries(PROBLEMS).map(([code, [status, title]]) => [code, status, title] as const);

/** The answer to whatever was thrown. What nobody expected is logged under the id that the answer names. */
export function problemOf(error: unknown): Response {
  if (error instanceof AppError && isProblem(error.code)) return problem(error.code, error.details);
  const { errorId, code } = report(error, "api");
  return problem(isProblem(code) ? code : "unexpected", { instance: `urn:tofold:error:${errorId}` });
}

function isProblem(code: ErrorCode): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

function problem(code: ProblemCode, details: AppError["details"]): Response {
  const [status, title] = PROBLEMS[code];
  const { fields, ...rest } = details;
  const errors =
    fields === undefined ? {} : { errors: Object.entries(fields).map(([field, why]) => ({ field, code: why })) };
  const shown = Object.entries(rest).filter(([, value]) => typeof value === "string" || typeof value === "number");
  const body = { type: "about:blank", title, status, code, ...errors, ...Object.fromEntries(shown) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", ...EXTRA[code] },
  });
}

const EXTRA: Readonly<Partial<Record<ProblemCode, Readonly<Record<string, string>>>>> = {
  unauthenticated: { "WWW-Authenticate": 'Bearer realm="tofold"' },
  unavailable: { "Retry-After": "5" },
};

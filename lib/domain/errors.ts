/** What can be wrong with one field. The words stand in the message files under `errors.field.*`. */
export const FIELD_CODES = [
  "required",
  "text", // characters that we do not store, or nothing visible
  "too-long",
  "too-short",
  "email",
  "link",
  "amount",
  "count",
  "currency",
  "date",
  "date-future",
  "date-order",
  "choice",
  "slug",
  "slug-taken",
  "name-taken",
  "already-member",
  "password-short",
  "password-long",
  "password-common",
  "login",
  "unknown-field",
] as const;
export type FieldCode = (typeof FIELD_CODES)[number];

/** What can be wrong with a whole request. The words stand under `errors.code.*`. */
export const ERROR_CODES = [
  "not-found",
  "forbidden",
  "unauthenticated",
  "invalid",
  "conflict", // someone else changed the record first
  "already-decided", // this move does not exist from where the record stands
  "opportunity-open", // a lead with an open opportunity cannot be "not a fit"
  "not-last", // only the last row of a record can be undone
  "already-undone",
  "erased", // nothing is written any more about somebody who was erased
  "last-owner",
  "stage-in-use",
  "last-stage", // a kind without a stage would leave records nowhere to go
  "email-unconfirmed",
  "too-many",
  "token-used",
  "file-refused",
  "import-changed",
  "too-large", // more than a request may hold
  "version-missing", // an edit by the API that does not say what it saw
  "request-mismatch", // an idempotency key that was used for something else
  "unavailable",
  "unexpected",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type FieldErrors = Readonly<Record<string, FieldCode>>;

/** Thrown by use-cases, answered by the wrappers. `details` holds ids, numbers and a member's name for the message, never what somebody typed. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: { readonly fields?: FieldErrors; readonly [key: string]: unknown } = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = "AppError";
  }
}

/** A refusal of single fields, shown next to them. */
export function fieldError(fields: FieldErrors): AppError {
  return new AppError("invalid", { fields });
}

/** What a parser of the core gives: the canonical value, or a code for the field. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: FieldCode };

import { randomBytes } from "node:crypto";
import { pino, type DestinationStream, type Logger } from "pino";
import { databaseFault } from "@/db/client";
import type { ErrorCode } from "@/lib/domain/errors";

const SECRETS = ["email", "name", "password", "token", "cookie", "authorization", "note", "phone", "company"];

export const log = createLog();

/** One line of JSON per event. What a person typed has no place in it; the names below are caught if it slips in. */
export function createLog(destination: DestinationStream = pino.destination({ fd: 1, sync: true })): Logger {
  return pino(
    { base: null, redact: { paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`)], censor: "[left out]" } },
    destination,
  );
}

/** Logs what nobody expected under an id that the reader is shown, and says which code the reader gets. */
export function report(error: unknown, during: string, to: Logger = log) {
  const errorId = randomBytes(4).toString("hex");
  to.error({ errorId, during, error: describe(error) }, "unexpected");
  return { errorId, code: codeOf(error) };
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof Error && error.name === "DatabaseUnavailable" ? "unavailable" : "unexpected";
}

/** Never a message: a database's holds the parameters, which are somebody's name and address. */
function describe(error: unknown) {
  const database = databaseFault(error);
  return { kinds: kindsOf(error), ...(database === null ? {} : { database }), stack: framesOf(error) };
}

function kindsOf(error: unknown): string[] {
  const kinds: string[] = [];
  for (
    let at = error;
    at !== undefined && at !== null && kinds.length < 8;
    at = at instanceof Error ? at.cause : null
  ) {
    kinds.push(at instanceof Error ? at.name : typeof at);
  }
  return kinds;
}

function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const frames = (error.stack ?? "").replace(error.message, "").split("\n");
  return frames.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
}

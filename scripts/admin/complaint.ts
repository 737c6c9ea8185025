import { databaseFault } from "@/db/client";
import { AppError } from "@/lib/domain/errors";

/** One line for whoever typed the command. A database's own message holds what was written, so only its code is told. */
export function complaintOf(error: unknown): string {
  if (error instanceof AppError) {
    const fields = Object.entries(error.details.fields ?? {}).map(([name, code]) => `--${name}: ${code}`);
    return fields.length > 0 ? fields.join(", ") : error.code;
  }
  const fault = databaseFault(error);
  if (fault !== null) return `The database refused: ${JSON.stringify(fault)}`;
  return error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
}

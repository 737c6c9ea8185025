import { waitForImports } from "@/db/mutations/imports";
import { setExternalId } from "@/db/mutations/records";
import { listLeadsByExternalId, listOpportunitiesByExternalId } from "@/db/queries/by-external-id";
import type { TeamContext } from "@/lib/auth/team-context";
import { fieldError } from "@/lib/domain/errors";

/**
 * Does a write, and gives its record the name that it has elsewhere: the one by which imports find it again. Not given, it is
 * left as it is; `null` frees it. Another record's is refused.
 */
export async function withExternalId<T extends { readonly id: string }>(
  { db }: TeamContext,
  { subject, externalId }: { readonly subject: "lead" | "opportunity"; readonly externalId: string | null | undefined },
  work: () => Promise<T>,
): Promise<T> {
  if (externalId === undefined) return work();
  await waitForImports(db);
  const list = subject === "lead" ? listLeadsByExternalId : listOpportunitiesByExternalId;
  const holders = externalId === null ? [] : await list(db, [externalId]);
  const written = await work();
  if (holders.some(({ id }) => id !== written.id)) throw fieldError({ externalId: "name-taken" });
  await setExternalId(db, subject, written.id, externalId);
  return written;
}

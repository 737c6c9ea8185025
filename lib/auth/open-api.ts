import { type Database, database } from "@/db/client";
import { findUser, touchApiKey } from "@/db/directory";
import { findApiKey } from "@/db/queries/api-keys";
import { findMembership } from "@/db/queries/members";
import { findTeam } from "@/db/queries/team";
import { TeamDb } from "@/db/scope";
import { KEY_ACTORS, keyEnd } from "@/lib/domain/api-keys/api-key";
import { AppError } from "@/lib/domain/errors";
import { type Capability, can } from "@/lib/domain/permissions";
import { webEnv } from "@/lib/env";
import { newId } from "@/lib/new-id";
import { type AdmittedKey, admitKey, type KeyMeans } from "./admit-key";
import { isDenial, recordDenial } from "./record-denial";
import type { TeamContext } from "./team-context";

export interface ApiVisit {
  readonly needs: Capability;
  readonly access: "read" | "write";
  readonly patienceMs?: number;
}

/** What the API's door needs of this process. */
export function keyMeans(): KeyMeans {
  return { db: database(), factor: webEnv().RATE_LIMIT_FACTOR };
}

/** The key of a request, counted against its limit. */
export function admitRequest(request: Request, now: Date): Promise<AdmittedKey> {
  return admitKey(keyMeans(), request, now);
}

/**
 * The door of `/api/v1`: a key that has not ended, of a team that is there, made by one who may still make keys, and whose
 * scope covers what is asked. Every other key is refused as an unknown one.
 */
export async function openApi<T>(
  admitted: AdmittedKey,
  visit: ApiVisit,
  now: Date,
  work: (ctx: TeamContext) => Promise<T>,
): Promise<T> {
  return openApiIn(database(), admitted, visit, now, work);
}

export async function openApiIn<T>(
  db: Pick<Database, "transaction">,
  { keyId, teamId }: AdmittedKey,
  { needs, ...how }: ApiVisit,
  now: Date,
  work: (ctx: TeamContext) => Promise<T>,
): Promise<T> {
  const today = now.toISOString().slice(0, 10);
  const { result, lastUsedOn } = await db
    .transaction({ teamId, ...how }, async (tx) => {
      const scope = new TeamDb(tx, teamId);
      const proven = await proveKey(scope, keyId, now);
      if (!can(proven.ctx.role, needs)) throw new AppError("forbidden");
      return { result: await work(proven.ctx), lastUsedOn: proven.lastUsedOn };
    })
    .catch(async (error: unknown) => {
      if (isDenial(error)) await recordDenial(db, { teamId, needs, actorKind: "key", actorId: keyId, now });
      throw error;
    });
  if (lastUsedOn !== today)
    await db.transaction({ teamId, access: "write" }, (tx) => touchApiKey(tx, { teamId, id: keyId }, today));
  return result;
}

async function proveKey(db: TeamDb, keyId: AdmittedKey["keyId"], now: Date) {
  const team = await findTeam(db);
  const key = await findApiKey(db, keyId);
  if (team === null || key === null) throw new AppError("unauthenticated");
  const maker = await findMembership(db, { userId: key.createdBy });
  const user = await findUser(db.tx, key.createdBy);
  const isThere = maker !== null && maker.removedAt === null && user !== null && user.disabledAt === null;
  const makerRole = isThere ? maker.role : null;
  if (user === null || keyEnd({ ...key, makerRole }, now) !== null) throw new AppError("unauthenticated");
  const { id, name, email, emailConfirmedAt } = user;
  const member = { id, name, email, emailConfirmed: emailConfirmedAt !== null, locale: "en" } as const;
  const ctx: TeamContext = { user: member, role: KEY_ACTORS[key.scope], key: keyId, team, now, newId, db };
  return { ctx, lastUsedOn: key.lastUsedOn };
}

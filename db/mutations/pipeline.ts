import { campaigns, channels, lostReasons, stages } from "@/db/schema/pipeline";
import type { TeamDb } from "@/db/scope";
import { insertRows, updateRows } from "./bulk-rows";

type New<T extends { readonly $inferInsert: object }> = Omit<T["$inferInsert"], "teamId" | "version" | "createdAt">;
type Change<T extends { readonly $inferInsert: { id: string } }> = Partial<New<T>> & Pick<T["$inferInsert"], "id">;

/** What a team's settings are made of. Every row of one call has the same properties. */
export async function createStages(db: TeamDb, rows: readonly New<typeof stages>[]): Promise<void> {
  await insertRows(db, stages, rows);
}

export async function updateStages(
  db: TeamDb,
  rows: readonly Omit<Change<typeof stages>, "subject" | "kind">[],
): Promise<void> {
  await updateRows(db, stages, rows);
}

export async function createChannels(db: TeamDb, rows: readonly New<typeof channels>[]): Promise<void> {
  await insertRows(db, channels, rows);
}

export async function updateChannels(db: TeamDb, rows: readonly Change<typeof channels>[]): Promise<void> {
  await updateRows(db, channels, rows);
}

export async function createCampaigns(db: TeamDb, rows: readonly New<typeof campaigns>[]): Promise<void> {
  await insertRows(db, campaigns, rows);
}

export async function updateCampaigns(
  db: TeamDb,
  rows: readonly Omit<Change<typeof campaigns>, "channelId">[],
): Promise<void> {
  await updateRows(db, campaigns, rows);
}

export async function createLostReasons(db: TeamDb, rows: readonly New<typeof lostReasons>[]): Promise<void> {
  await insertRows(db, lostReasons, rows);
}

export async function updateLostReasons(db: TeamDb, rows: readonly Change<typeof lostReasons>[]): Promise<void> {
  await updateRows(db, lostReasons, rows);
}

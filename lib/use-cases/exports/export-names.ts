import { listCampaigns, listChannels, listLostReasons, listStages } from "@/db/queries/pipeline";
import { listMembers } from "@/db/queries/team";
import type { TeamDb } from "@/db/scope";

export type ExportNames = Awaited<ReturnType<typeof loadNames>>;

/** What the team calls the things that its records point at. */
export async function loadNames(db: TeamDb) {
  return {
    stage: finder(await listStages(db)),
    channel: finder(await listChannels(db)),
    campaign: finder(await listCampaigns(db)),
    lostReason: finder(await listLostReasons(db)),
    member: finder((await listMembers(db)).map(({ userId, name }) => ({ id: userId, name }))),
  };
}

function finder<Id extends string>(rows: readonly { readonly id: Id; readonly name: string }[]) {
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id: Id | null): string | null => (id === null ? null : (names.get(id) ?? null));
}

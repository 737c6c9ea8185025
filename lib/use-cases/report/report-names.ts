import { listCampaigns, listChannels } from "@/db/queries/pipeline";
import { listTargets } from "@/db/queries/targets";
import { listMembers } from "@/db/queries/team";
import type { TeamDb } from "@/db/scope";
import { allOf } from "@/lib/domain/all-of";

export type ReportNames = Awaited<ReturnType<typeof loadNames>>;

/** What a report's rows are called, what may be chosen, and what the team aims at. */
export async function loadNames(db: TeamDb) {
  const [channels, campaigns, members, targets] = await allOf([
    listChannels(db),
    listCampaigns(db),
    listMembers(db),
    listTargets(db),
  ]);
  return { channels, campaigns, members, targets };
}

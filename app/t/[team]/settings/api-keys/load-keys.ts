import { listApiKeys } from "@/db/queries/api-keys";
import { listMembers } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";
import { keyEnd } from "@/lib/domain/api-keys/api-key";

/** The team's keys, who made them, and whether they still open anything. */
export async function loadKeys({ db, team, now }: TeamContext) {
  const members = new Map((await listMembers(db)).map((member) => [member.userId, member]));
  const keys = (await listApiKeys(db)).map(({ createdBy, ...key }) => {
    const maker = members.get(createdBy);
    const makerRole = maker === undefined || maker.removedAt !== null ? null : maker.role;
    return { ...key, by: maker?.name ?? "–", end: keyEnd({ ...key, makerRole }, now) };
  });
  return { keys, timeZone: team.timeZone };
}

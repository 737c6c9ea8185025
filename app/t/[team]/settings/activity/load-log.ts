import { listLogEntries, type LogEntry } from "@/db/queries/activity";
import { listApiKeys } from "@/db/queries/api-keys";
import { listStages } from "@/db/queries/pipeline";
import { listMembers } from "@/db/queries/team";
import type { TeamContext } from "@/lib/auth/team-context";

const PAGE = 50;

/** A page of both logs with the names of people and stages as they are now; the logs themselves hold ids. */
export async function loadLog({ db, team }: TeamContext, asked: string | readonly string[] | undefined) {
  const before = typeof asked === "string" && /^[1-9][0-9]{0,14}$/.test(asked) ? Number(asked) : null;
  const found = await listLogEntries(db, { before, limit: PAGE });
  const people = new Map<string, string>((await listMembers(db)).map(({ userId, name }) => [userId, name]));
  for (const { id, name } of await listApiKeys(db)) people.set(id, name);
  const stages = new Map<string, string>((await listStages(db)).map(({ id, name }) => [id, name]));
  const shown = found.slice(0, PAGE);
  return {
    entries: shown.map((entry) => ({
      seq: entry.seq,
      at: entry.at,
      isSystem: entry.actorKind === "system",
      who: people.get(entry.actorId ?? "") ?? null,
      what: whatOf(entry, stages),
    })),
    older: found.length > PAGE ? (shown.at(-1)?.seq ?? null) : null,
    isNewest: before === null,
    timeZone: team.timeZone,
  };
}

function whatOf(entry: LogEntry, stages: ReadonlyMap<string, string>) {
  switch (entry.kind) {
    case "activity":
      return { kind: "activity", action: entry.action } as const;
    case "move":
      return {
        kind: "move",
        subject: entry.subject,
        leadId: entry.leadId,
        opportunityId: entry.opportunityId,
        from: stages.get(entry.fromStageId ?? "") ?? null,
        to: stages.get(entry.toStageId ?? "") ?? null,
        isUndo: entry.undoesId !== null,
      } as const;
  }
}

import { countAttempt } from "@/db/directory";
import { addLinkViews } from "@/db/mutations/report-links";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ReportLinkId, TeamId } from "@/lib/domain/ids";

export interface View {
  readonly teamId: TeamId;
  readonly linkId: ReportLinkId;
  /** By what the visitor of this link is known again on this day, and neither where nor who it is (`visitorToCount`). */
  readonly mark: string;
}

export interface Views {
  readonly teamId: TeamId;
  readonly linkId: ReportLinkId;
  readonly onDate: string;
  readonly marks: readonly string[];
}

// A flood is not counted to its end: the number says «at least».
const VISITORS_MAX = 10_000;

/** Views of a day that are not written yet, each visitor of each link once. */
export function viewBatch() {
  let day = { onDate: "", seen: new Set<string>() };
  const waiting = new Map<string, Views>();
  return {
    note({ teamId, linkId, mark }: View, now: Date): void {
      const onDate = now.toISOString().slice(0, 10);
      if (onDate !== day.onDate) day = { onDate, seen: new Set() };
      if (day.seen.has(mark) || day.seen.size >= VISITORS_MAX) return;
      day.seen.add(mark);
      const key = `${linkId} ${onDate}`;
      waiting.set(key, { teamId, linkId, onDate, marks: [...(waiting.get(key)?.marks ?? []), mark] });
    },
    /** What is to be written, once. */
    take(): readonly Views[] {
      const taken = [...waiting.values()];
      waiting.clear();
      return taken;
    },
  };
}

/** Counts those that no server has counted on that day. Their marks are forgotten when it is over. */
export async function countViews({ db }: Pick<TeamContext, "db">, { linkId, onDate, marks }: Views): Promise<void> {
  const day = new Date(`${onDate}T00:00:00Z`);
  let views = 0;
  for (const mark of marks) if ((await countAttempt(db.tx, mark, day)) === 1) views += 1;
  if (views > 0) await addLinkViews(db, linkId, onDate, views);
}

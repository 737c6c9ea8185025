import { createHash, randomBytes } from "node:crypto";
import { addLinkViews } from "@/db/mutations/report-links";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ReportLinkId, TeamId } from "@/lib/domain/ids";

export interface View {
  readonly teamId: TeamId;
  readonly linkId: ReportLinkId;
  /** Where the visitor is and with what, to count nobody twice a day; of neither anything is kept. */
  readonly visitor: string;
}

export interface Views {
  readonly teamId: TeamId;
  readonly linkId: ReportLinkId;
  readonly onDate: string;
  readonly views: number;
}

// A flood is not counted to its end: the number says «at least».
const VISITORS_MAX = 100_000;

/** Views of a day that are not written yet, each visitor of each link once. The salt lives no longer than the day and the process. */
export function viewBatch() {
  let day = { onDate: "", salt: randomBytes(32), seen: new Set<string>() };
  const waiting = new Map<string, Views>();
  return {
    note({ teamId, linkId, visitor }: View, now: Date): void {
      const onDate = now.toISOString().slice(0, 10);
      if (onDate !== day.onDate) day = { onDate, salt: randomBytes(32), seen: new Set() };
      const hash = createHash("sha256").update(day.salt).update(`${linkId}\n${visitor}`).digest("base64");
      if (day.seen.has(hash) || day.seen.size >= VISITORS_MAX) return;
      day.seen.add(hash);
      const key = `${linkId} ${onDate}`;
      waiting.set(key, { teamId, linkId, onDate, views: (waiting.get(key)?.views ?? 0) + 1 });
    },
    /** What is to be written, once. */
    take(): readonly Views[] {
      const taken = [...waiting.values()];
      waiting.clear();
      return taken;
    },
  };
}

export async function countViews({ db }: Pick<TeamContext, "db">, { linkId, onDate, views }: Views): Promise<void> {
  await addLinkViews(db, linkId, onDate, views);
}

import { hashOf } from "@/db/mutations/append-log";
import { findLogEnd, listLogLinks, type LogLink } from "@/db/queries/log-chain";
import type { TeamDb } from "@/db/scope";

export type LogFault =
  /** A number is missing or there twice, or the log goes on after the end that the team's row knows. */
  | { readonly kind: "gap"; readonly seq: number }
  | { readonly kind: "time"; readonly seq: number }
  /** The row is not the one that was written, or not after the row before it. */
  | { readonly kind: "hash"; readonly seq: number };

const SEQS_PER_READ = 5000;

/** The first place where a team's log is not what was written: gapless, in time, each row's hash over the one before. */
export async function checkLog(db: TeamDb): Promise<LogFault | null> {
  const end = await findLogEnd(db);
  let before = { seq: 0, hash: "", recordedAt: new Date(0) };
  for (let after = 0; after < end.lastSeq; after += SEQS_PER_READ) {
    for (const link of await listLogLinks(db, { after, to: after + SEQS_PER_READ })) {
      const fault = faultOf(link, before);
      if (fault) return { kind: fault, seq: link.seq };
      before = link;
    }
  }
  if (before.seq !== end.seq) return { kind: "gap", seq: before.seq + 1 };
  return before.hash === end.hash ? null : { kind: "hash", seq: end.seq };
}

type Place = Pick<LogLink, "seq" | "hash" | "recordedAt">;

function faultOf(link: LogLink, before: Place): LogFault["kind"] | null {
  if (link.seq !== before.seq + 1) return "gap";
  if (link.recordedAt < before.recordedAt) return "time";
  return hashOf(before.hash, link, link.decided) === link.hash ? null : "hash";
}

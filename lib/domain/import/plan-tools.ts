import type { DealKind } from "@/lib/domain/deals/deal";
import type { Id, UserId } from "@/lib/domain/ids";
import type { LeadConsequences, Recording } from "@/lib/domain/pipeline/commands/record";
import type { Kind, Subject } from "@/lib/domain/pipeline/kinds";
import type { StageRef, When } from "@/lib/domain/pipeline/transition";
import type { ImportMapping } from "./batch";
import type { TeamNames } from "./team-names";

/** What a plan needs beside rows and records: the team's words and stages, who imports, and when it is. */
export interface PlanTools {
  readonly names: TeamNames;
  readonly consequences: LeadConsequences;
  readonly recording: Recording;
  readonly first: <K extends Kind>(subject: Subject, kind: K) => StageRef<K>;
  readonly newId: <T extends Id<string>>() => T;
  /** A stated day, or one that nobody knows, on the team's calendar. */
  readonly day: (on: string | null | undefined) => When;
  readonly now: When;
  readonly currency: string;
  readonly dealKind: DealKind;
  readonly unknownChannels: ImportMapping["unknownChannels"];
  readonly newChannelsMost: number;
  readonly userId: UserId;
  /** Whether the importer may take records over from others. */
  readonly mayReassign: boolean;
}

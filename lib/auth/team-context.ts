import type { TeamDb } from "@/db/scope";
import type { ApiKeyId, Id, TeamId, UserId } from "@/lib/domain/ids";
import type { LeadConvertsAt } from "@/lib/domain/metrics/parts";
import type { Actor, Sharing } from "@/lib/domain/permissions";
import type { Scenario } from "@/lib/domain/pipeline/presets/preset";

export interface TeamSettings {
  readonly id: TeamId;
  readonly slug: string;
  readonly name: string;
  readonly scenario: Scenario;
  readonly timeZone: string;
  readonly currency: string;
  readonly leadConvertsAt: LeadConvertsAt;
  readonly sharing: Sharing;
  readonly version: number;
}

export interface Member {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly emailConfirmed: boolean;
  readonly locale: "nb" | "en";
}

/** What a door gives: who asks, in which team and role, at what moment, and the only way to its data. */
export interface TeamContext {
  /** With a key, the member who made it: it acts in their name. */
  readonly user: Member;
  readonly role: Actor;
  readonly key?: ApiKeyId;
  readonly team: TeamSettings;
  readonly now: Date;
  readonly newId: <T extends Id<string>>() => T;
  readonly db: TeamDb;
}

/** The same for a team that is being made: its maker is no member yet. */
export type NewTeamContext = Pick<TeamContext, "now" | "newId" | "db"> & {
  readonly user: Pick<Member, "id" | "name" | "locale">;
};

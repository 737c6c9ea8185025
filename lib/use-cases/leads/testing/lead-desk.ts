import { findLead } from "@/db/queries/leads";
import { listStages } from "@/db/queries/pipeline";
import { listTimeline } from "@/db/queries/timeline";
import type { Database } from "@/db/client";
import type { Member } from "@/lib/auth/team-context";
import { AppError } from "@/lib/domain/errors";
import type { LeadId, TeamId } from "@/lib/domain/ids";
import type { Kind, Subject } from "@/lib/domain/pipeline/kinds";
import { teamDesk } from "@/lib/use-cases/teams/testing/team-desk";
import { createLead, createLeadInput } from "../create-lead";

export { NOW } from "@/lib/use-cases/teams/testing/team-desk";

/** A team of its own with leads in it, over a real database. */
export async function leadDesk(db: Database) {
  const desk = teamDesk(db);
  const { teamId, owner, slug } = await desk.newTeam();

  return {
    ...desk,
    teamId,
    slug,
    owner,
    newLead: (typed: TypedLead = {}, at?: Date) => newLead({ teamId, owner }, typed, at),
    lead: (id: LeadId, of: TeamId = teamId) => desk.within(of, (scope) => findLead(scope, id)),
    timeline: (leadId: LeadId) => desk.within(teamId, (scope) => listTimeline(scope, { leadId })),
    stage: async (subject: Subject, kind: Kind, nth = 0) => {
      const stages = await desk.within(teamId, listStages);
      const stage = stages.filter((one) => one.subject === subject && one.kind === kind)[nth];
      if (!stage) throw new Error(`no ${subject} stage of kind ${kind}`);
      return stage.id;
    },
    run: <T>(work: Parameters<typeof desk.as<T>>[2], user: Member = owner, at?: Date) =>
      desk.as(teamId, user, work, at),
  };

  function newLead(of: { readonly teamId: TeamId; readonly owner: Member }, typed: TypedLead, at?: Date) {
    const input = createLeadInput("nb").parse({ name: "Ola Nordmann", note: "", ...typed });
    return desk.as(of.teamId, of.owner, (ctx) => createLead(ctx, input), at);
  }
}

type TypedLead = Readonly<Record<string, string>>;

/** What a use-case refuses with: the codes of its fields, or its own; "done" when it does not. */
export async function refusal(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.details.fields ?? error.code;
  }
}

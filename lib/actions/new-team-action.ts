import { redirect } from "next/navigation";
import type { z } from "zod";
import { openNewTeam } from "@/lib/auth/open-new-team";
import type { NewTeamContext } from "@/lib/auth/team-context";
import type { FormAction } from "@/lib/domain/action-state";
import { answer } from "./answer";

interface NewTeamAction<I, T> {
  readonly input: z.ZodType<I>;
  readonly run: (ctx: NewTeamContext, input: I) => Promise<T>;
  /** Where to go once it is committed. */
  readonly then: (data: T) => string;
}

/** The door of the form that makes a team: own origin, parsed input, a session, then one writing transaction. */
export function newTeamAction<I, T>({ input, run, then }: NewTeamAction<I, T>): FormAction<T> {
  return async (_previous, form) =>
    answer(input, form, async (parsed) => {
      const data = await openNewTeam((ctx) => run(ctx, parsed));
      redirect(then(data));
    });
}

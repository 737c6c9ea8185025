import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { enterTeam } from "@/lib/auth/open-team";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ActionState } from "@/lib/domain/action-state";
import type { Capability } from "@/lib/domain/permissions";
import { answer } from "./answer";

interface TeamAction<I, T> {
  readonly needs: Capability;
  /** A function where the form is read in the user's language. */
  readonly input: z.ZodType<I> | (() => Promise<z.ZodType<I>>);
  readonly run: (ctx: TeamContext, input: I) => Promise<T>;
  /** Where to go afterwards, once it is committed; without it the page stays and is drawn anew. */
  readonly then?: (slug: string, data: T, input: I) => string;
  readonly patienceMs?: number;
  /** What is proven before, in transactions of its own. */
  readonly before?: (input: I) => Promise<void>;
}

/**
 * The door of every form of a team: own origin, parsed input, session, membership and capability, then one writing
 * transaction. The page binds the slug: `action.bind(null, slug)`; it is proven again here.
 */
export function teamAction<I, T>({ needs, input, run, then, patienceMs, before }: TeamAction<I, T>) {
  return async (slug: string, _previous: ActionState<T>, form: FormData): Promise<ActionState<T>> => {
    const schema = typeof input === "function" ? await input() : input;
    return answer(schema, form, async (parsed) => {
      await before?.(parsed);
      const data = await enterTeam(slug, needs, "write", (ctx) => run(ctx, parsed), patienceMs);
      revalidatePath("/t/[team]", "layout");
      if (then) redirect(then(slug, data, parsed));
      return data;
    });
  };
}

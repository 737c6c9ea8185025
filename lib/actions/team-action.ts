import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { enterTeam } from "@/lib/auth/open-team";
import type { TeamContext } from "@/lib/auth/team-context";
import type { ActionState } from "@/lib/domain/action-state";
import type { Capability } from "@/lib/domain/permissions";
import { answer } from "./answer";

type TeamAction<I, T> = Asked<I, T> & Work<I, T>;

/** `prepare` is for what takes long: it reads, of one moment and holding up nobody, and gives what is then to be written. */
type Work<I, T> =
  | { readonly run: (ctx: TeamContext, input: I) => Promise<T> }
  | { readonly prepare: (ctx: TeamContext, input: I) => Promise<(ctx: TeamContext) => Promise<T>> };

interface Asked<I, T> {
  readonly needs: Capability;
  /** A function where the form is read in the user's language. */
  readonly input: z.ZodType<I> | (() => Promise<z.ZodType<I>>);
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
export function teamAction<I, T>(action: TeamAction<I, T>) {
  const { needs, input, then, patienceMs, before } = action;
  return async (slug: string, _previous: ActionState<T>, form: FormData): Promise<ActionState<T>> => {
    const schema = typeof input === "function" ? await input() : input;
    return answer(schema, form, async (parsed) => {
      await before?.(parsed);
      const enter = <R>(access: "read" | "write", work: (ctx: TeamContext) => Promise<R>) =>
        enterTeam(slug, needs, access, work, patienceMs);
      const run =
        "run" in action
          ? (ctx: TeamContext) => action.run(ctx, parsed)
          : await enter("read", (ctx) => action.prepare(ctx, parsed));
      const data = await enter("write", run);
      revalidatePath("/t/[team]", "layout");
      if (then) redirect(then(slug, data, parsed));
      return data;
    });
  };
}

import type { TeamContext } from "@/lib/auth/team-context";
import { fieldError } from "@/lib/domain/errors";
import type { When } from "@/lib/domain/pipeline/transition";
import { onDay } from "@/lib/domain/pipeline/when";

/** The moment that a form's day means: nothing or today is now; a future day is refused at the field. */
export function stated(ctx: TeamContext, day: string | null, field: string): When {
  const when = onDay(day, ctx.team.timeZone, ctx.now);
  if (when === null) throw fieldError({ [field]: "date-future" });
  return when;
}

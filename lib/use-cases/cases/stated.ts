import type { TeamContext } from "@/lib/auth/team-context";
import { fieldError } from "@/lib/domain/errors";
import type { When } from "@/lib/domain/pipeline/transition";
import { atMoment, onDay } from "@/lib/domain/pipeline/when";

/** When a form's day or a moment (`2026-03-31T22:30:00Z`) is: nothing or today means now; the future is refused at the field. */
export function stated(ctx: TeamContext, at: string | null, field: string): When {
  const { timeZone } = ctx.team;
  const when = at?.includes("T") === true ? atMoment(new Date(at), timeZone, ctx.now) : onDay(at, timeZone, ctx.now);
  if (when === null) throw fieldError({ [field]: "date-future" });
  return when;
}

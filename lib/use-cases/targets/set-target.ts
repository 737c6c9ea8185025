import { z } from "zod";
import { replaceTarget } from "@/db/mutations/targets";
import { lockTeam } from "@/db/mutations/teams";
import { listChannels } from "@/db/queries/pipeline";
import { listTargets } from "@/db/queries/targets";
import type { TeamContext } from "@/lib/auth/team-context";
import { AppError, fieldError } from "@/lib/domain/errors";
import type { ChannelId, Id } from "@/lib/domain/ids";
import { parseMoney } from "@/lib/domain/input/money";
import { accept, refuse } from "@/lib/domain/input/parsed";
import { localDate } from "@/lib/domain/period";
import { TARGET_METRICS } from "@/lib/domain/targets";
import { recordActivity } from "@/lib/use-cases/activity/record-activity";
import { choiceField, field, optionalIdField, optionalTypedDateField } from "@/lib/use-cases/fields";
import { live } from "@/lib/use-cases/settings/live-rows";

const TARGETS_MAX = 500;

export function setTargetInput(locale: "nb" | "en") {
  return z.strictObject({
    metric: choiceField(TARGET_METRICS),
    channelId: optionalIdField<ChannelId>(),
    percent: percentField(locale),
    validFrom: optionalTypedDateField(locale),
  });
}
export type SetTarget = z.output<ReturnType<typeof setTargetInput>>;

/** What the team aims at from a day on, in all or for one channel. */
export async function setTarget(ctx: TeamContext, { metric, channelId, percent, validFrom }: SetTarget): Promise<void> {
  await lockTeam(ctx.db);
  const channels = live(await listChannels(ctx.db));
  if (channelId !== null && !channels.some(({ id }) => id === channelId)) throw fieldError({ channelId: "choice" });
  if ((await listTargets(ctx.db)).length >= TARGETS_MAX) throw new AppError("too-many", { n: 0 });
  const id = ctx.newId<Id<"target">>();
  const from = validFrom ?? localDate(ctx.team.timeZone, ctx.now);
  await replaceTarget(ctx.db, { id, metric, channelId, rateBp: percent, validFrom: from });
  await recordActivity(ctx, "target.set", ["target", id]);
}

/** Per cent with at most two decimals, as basis points: written like an amount, which is also in hundredths. */
function percentField(locale: "nb" | "en") {
  return field((input) => {
    const parsed = parseMoney(typeof input === "string" ? input.replace(/\s*%\s*$/, "") : input, locale, 2);
    if (!parsed.ok) return parsed;
    return parsed.value >= 100 && parsed.value <= 9900 ? accept(parsed.value) : refuse("choice");
  });
}

import type { TeamContext } from "@/lib/auth/team-context";
import { PRESETS } from "@/lib/domain/pipeline/presets/presets";
import { readReport, type SearchParams } from "@/lib/search-params";
import { loadChannel } from "@/lib/use-cases/report/load-channel";

/** One channel's report at its address; `null` where there is no such channel. */
export async function loadPage(ctx: TeamContext, channel: string, params: SearchParams) {
  const { query, ignored } = readReport(params, { ...ctx.team, now: ctx.now });
  const shown = await loadChannel(ctx, channel, { ...query, channels: [] });
  const typed = (key: "first" | "last") => (typeof params[key] === "string" ? params[key] : undefined);
  if (shown === null) return null;
  return {
    shown,
    ignored,
    typed: { first: typed("first"), last: typed("last") },
    order: PRESETS[ctx.team.scenario].reportBlocks.filter((block) => block !== "channels" && block !== "map"),
  };
}

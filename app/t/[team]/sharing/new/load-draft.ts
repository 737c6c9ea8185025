import type { TeamContext } from "@/lib/auth/team-context";
import { can } from "@/lib/domain/permissions";
import { isBlank } from "@/lib/domain/input/parsed";
import type { SearchParams } from "@/lib/search-params";
import { LINK_CONTENT, LinkContentFields, publishedLink } from "@/lib/use-cases/sharing/link-fields";
import { makeSnapshot } from "@/lib/use-cases/sharing/make-snapshot";
import { readCopy } from "@/lib/use-cases/sharing/shared-report-schema";

/** The link that an address describes, by default of the report that its reader came from, and what it would show. */
export async function loadDraft(ctx: TeamContext, asked: SearchParams, name: string) {
  const defaults = { name, locale: ctx.user.locale, period: "12m", basis: "start", mode: "frozen" };
  const given = Object.fromEntries(
    Object.entries(asked).filter(([key, value]) => Object.hasOwn(LINK_CONTENT, key) && !isBlank(value)),
  );
  // A box that is not ticked sends nothing, so only an address of the form says that one is off.
  const ticked = asked["mode"] === undefined ? { hideSmall: "on" } : {};
  const parsed = LinkContentFields.safeParse({ ...defaults, ...ticked, ...given });
  const fields = parsed.success ? parsed.data : LinkContentFields.parse({ ...defaults, hideSmall: "on" });
  const link = publishedLink(fields);
  const first = { ...link, scope: { ...link.scope, ranges: link.scope.ranges.slice(0, 1), mayNarrow: false } };
  const { copies } = await makeSnapshot(ctx, first);
  const [copy] = copies;
  return {
    link,
    isRefused: !parsed.success,
    team: ctx.team.name,
    shared: copy === undefined ? null : readCopy(copy.content),
    mayEmbed: can(ctx.role, "link:embed"),
    emailConfirmed: ctx.user.emailConfirmed,
  };
}

import { linkSecrets } from "@/lib/auth/link-secrets";
import { passwords } from "@/lib/auth/password";
import { frameCode, reportAddress } from "@/lib/auth/report-address";
import type { TeamContext } from "@/lib/auth/team-context";
import { copyLink, type SeenLinkInput } from "@/lib/use-cases/sharing/copy-link";
import { type MakeLinkInput, publishedLink } from "@/lib/use-cases/sharing/link-fields";
import { assertMayPublish, type LinkMeans, makeLink, readBefore } from "@/lib/use-cases/sharing/make-link";
import { makeSnapshot } from "@/lib/use-cases/sharing/make-snapshot";
import { readAnew, refreshLink } from "@/lib/use-cases/sharing/refresh-link";
import { rotateLink } from "@/lib/use-cases/sharing/rotate-link";

/** What making links takes beside the database. */
export function linkMeans(): LinkMeans {
  return { secrets: linkSecrets(), passwords, makeCopies: makeSnapshot };
}

/** Counts what is shown, and gives what publishes it. */
export async function prepareNew(ctx: TeamContext, input: MakeLinkInput) {
  assertMayPublish(ctx, input);
  const means = await readBefore(ctx, linkMeans(), publishedLink(input));
  return async (writing: TeamContext) => {
    const { token, password } = await makeLink(writing, means, input);
    return { link: reportAddress(token), password, frame: input.embedOrigins.length > 0 ? frameCode(token) : null };
  };
}

/** Counts anew what is shown, and gives what replaces it. */
export async function prepareRefresh(ctx: TeamContext, seen: SeenLinkInput) {
  const means = await readAnew(ctx, linkMeans(), seen);
  return (writing: TeamContext) => refreshLink(writing, means, seen);
}

export async function handOutAgain(ctx: TeamContext, input: SeenLinkInput) {
  const { token, isFramed } = await copyLink(ctx, linkMeans(), input);
  return { link: reportAddress(token), frame: isFramed ? frameCode(token) : null };
}

/** The new address is on the list, behind its own button. */
export async function rotate(ctx: TeamContext, input: SeenLinkInput): Promise<void> {
  await rotateLink(ctx, linkMeans(), input);
}

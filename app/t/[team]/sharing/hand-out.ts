import { linkSecrets } from "@/lib/auth/link-secrets";
import { passwords } from "@/lib/auth/password";
import { frameCode, reportAddress } from "@/lib/auth/report-address";
import type { TeamContext } from "@/lib/auth/team-context";
import { copyLink, type SeenLinkInput } from "@/lib/use-cases/sharing/copy-link";
import type { MakeLinkInput } from "@/lib/use-cases/sharing/link-fields";
import { type LinkMeans, makeLink } from "@/lib/use-cases/sharing/make-link";
import { makeSnapshot } from "@/lib/use-cases/sharing/make-snapshot";
import { rotateLink } from "@/lib/use-cases/sharing/rotate-link";

/** What making links takes beside the database. */
export function linkMeans(): LinkMeans {
  return { secrets: linkSecrets(), passwords, makeCopies: makeSnapshot };
}

export async function handOutNew(ctx: TeamContext, input: MakeLinkInput) {
  const { token, password } = await makeLink(ctx, linkMeans(), input);
  return { link: reportAddress(token), password, frame: input.embedOrigins.length > 0 ? frameCode(token) : null };
}

export async function handOutAgain(ctx: TeamContext, input: SeenLinkInput) {
  const { token, isFramed } = await copyLink(ctx, linkMeans(), input);
  return { link: reportAddress(token), frame: isFramed ? frameCode(token) : null };
}

/** The new address is on the list, behind its own button. */
export async function rotate(ctx: TeamContext, input: SeenLinkInput): Promise<void> {
  await rotateLink(ctx, linkMeans(), input);
}

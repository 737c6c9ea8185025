"use server";

import { teamAction } from "@/lib/actions/team-action";
import { changeLinkPassword, ChangeLinkPasswordInput } from "@/lib/use-cases/sharing/change-link-password";
import { SeenLinkInput } from "@/lib/use-cases/sharing/copy-link";
import { MakeLinkInput } from "@/lib/use-cases/sharing/link-fields";
import { revokeLink, RevokeLinkInput } from "@/lib/use-cases/sharing/revoke-link";
import { switchSharing, SwitchSharingInput } from "@/lib/use-cases/sharing/switch-sharing";
import { handOutAgain, linkMeans, prepareNew, prepareRefresh, rotate } from "./hand-out";

const [needs, input] = ["link:change", SeenLinkInput] as const;
const patienceMs = 60_000; // every listed range, and each channel of it, is counted

export const makeLinkAction = teamAction({
  needs: "link:create",
  input: MakeLinkInput,
  prepare: prepareNew,
  patienceMs,
});
export const copyLinkAction = teamAction({ needs, input, run: handOutAgain });
export const refreshLinkAction = teamAction({ needs, input, prepare: prepareRefresh, patienceMs });
export const rotateLinkAction = teamAction({ needs, input, run: rotate });
export const changeLinkPasswordAction = teamAction({
  needs,
  input: ChangeLinkPasswordInput,
  run: (ctx, change) => changeLinkPassword(ctx, linkMeans(), change),
});
export const revokeLinkAction = teamAction({ needs: "link:revoke", input: RevokeLinkInput, run: revokeLink });
export const switchSharingAction = teamAction({
  needs: "settings:security",
  input: SwitchSharingInput,
  run: switchSharing,
});

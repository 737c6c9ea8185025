"use server";

import { teamAction } from "@/lib/actions/team-action";
import { voidDeal, VoidDealInput } from "@/lib/use-cases/deals/void-deal";

export const voidDealAction = teamAction({ needs: "deal:void", input: VoidDealInput, run: voidDeal });

import { listDealsOfOpportunity } from "@/db/queries/deals";
import { findOpportunity } from "@/db/queries/opportunities";
import { listLostReasons } from "@/db/queries/pipeline";
import { listTimeline } from "@/db/queries/timeline";
import type { Database } from "@/db/client";
import type { Member } from "@/lib/auth/team-context";
import type { OpportunityId } from "@/lib/domain/ids";
import { leadDesk } from "@/lib/use-cases/leads/testing/lead-desk";
import { loseOpportunity, loseOpportunityInput } from "../lose-opportunity";
import { moveOpportunity, moveOpportunityInput } from "../move-opportunity";
import { openOpportunity, openOpportunityInput } from "../open-opportunity";
import { winOpportunity, winOpportunityInput } from "../win-opportunity";

type Typed = Readonly<Record<string, string>>;

/** A team of its own with opportunities in it, over a real database; what is typed is read as on the page, in bokmål. */
export async function opportunityDesk(db: Database) {
  const desk = await leadDesk(db);
  const within = <T>(work: Parameters<typeof desk.within<T>>[1]) => desk.within(desk.teamId, work);

  return {
    ...desk,
    opportunity: (id: OpportunityId) => within((scope) => findOpportunity(scope, id)),
    log: (opportunityId: OpportunityId) => within((scope) => listTimeline(scope, { opportunityId })),
    dealsOf: (id: OpportunityId) => within((scope) => listDealsOfOpportunity(scope, id)),
    lostReason: async () => {
      const reason = (await within(listLostReasons))[0];
      if (!reason) throw new Error("a team without a reason");
      return reason;
    },
    open: (typed: Typed = {}, user?: Member, at?: Date) => {
      const input = openOpportunityInput("nb").parse({ name: "Mersalg", note: "", ...typed });
      return desk.run((ctx) => openOpportunity(ctx, input), user, at);
    },
    move: (id: OpportunityId, typed: Typed) => {
      const input = moveOpportunityInput("nb").parse({ id, version: "1", ...typed });
      return desk.run((ctx) => moveOpportunity(ctx, input));
    },
    win: (id: OpportunityId, typed: Typed = {}) => {
      const deal = { amount: "1000", currency: "NOK", kind: "one_off" };
      const input = winOpportunityInput("nb").parse({ id, version: "1", ...deal, ...typed });
      return desk.run((ctx) => winOpportunity(ctx, input));
    },
    lose: (id: OpportunityId, typed: Typed) => {
      const input = loseOpportunityInput("nb").parse({ id, version: "1", ...typed });
      return desk.run((ctx) => loseOpportunity(ctx, input));
    },
  };
}

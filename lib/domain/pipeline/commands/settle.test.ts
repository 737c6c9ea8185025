import { expect, it } from "vitest";
import { asId } from "@/lib/domain/ids";
import { type Case, withDeal, withVoided } from "../case";
import { at, CONSEQUENCES, LEAD, OPPORTUNITY, scene } from "../testing/scene";
import { settleLead } from "./settle";

const settle = (file: Case) => settleLead(file, CONSEQUENCES, { newId: () => asId("new"), batchId: null });

it("an open lead with 2 opportunities is qualified since the earlier, caused by its opening", () => {
  const file = orphaned((case_) => {
    case_.open("o1", at(9));
    case_.open("o2", at(7));
  });
  const opening = file.opportunities[1]?.rows[0]?.id;
  expect(settle(file)).toMatchObject({ toKind: "qualified", ...at(7), causeId: opening });
});

it("a win makes it a customer since then, caused by the win; an earlier direct deal since that, caused by nothing", () => {
  const file = orphaned((case_) => {
    case_.open("o1", at(7));
    case_.move("o1", OPPORTUNITY.won, at(12));
  });
  const win = file.opportunities[0]?.rows[1]?.id;
  expect(settle(file)).toMatchObject({ toKind: "customer", ...at(12), causeId: win });
  const deal = {
    id: asId<Case["deals"][number]["id"]>("d"),
    opportunityId: null,
    signed: at(10),
    voided: false,
    batchId: null,
  };
  expect(settle(withDeal(file, deal))).toMatchObject({ toKind: "customer", ...at(10), causeId: null });
  expect(settle(withVoided(withDeal(file, deal), [deal.id]))).toMatchObject({ ...at(12) });
});

it("nothing is to be settled for a lead without any, a qualified one, a customer, an excluded one, and where no lead is", () => {
  const bare = scene();
  bare.cameIn(at(5));
  const qualified = scene();
  qualified.cameIn(at(5));
  qualified.open("o1", at(6));
  const customer = scene();
  customer.cameIn(at(5));
  customer.sell(at(6));
  const excluded = scene(qualified.file);
  excluded.moveLead(LEAD.excluded, at(7));
  excluded.move("o1", OPPORTUNITY.won, at(8));
  const walkIn = scene();
  walkIn.open("o1", at(5));
  for (const { file } of [bare, qualified, customer, excluded, walkIn]) expect(settle(file)).toBeNull();
});

/** A lead as it came in, beside opportunities that have left no row on it. */
function orphaned(work: (case_: ReturnType<typeof scene>) => void): Case {
  const case_ = scene();
  case_.cameIn(at(5));
  const { lead } = case_.file;
  work(case_);
  return { ...case_.file, lead, deals: [] };
}

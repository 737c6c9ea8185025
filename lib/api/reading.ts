import { answerRates, RatesInput } from "@/lib/use-cases/api/answer-rates";
import * as records from "@/lib/use-cases/api/list-records";
import * as settings from "@/lib/use-cases/api/list-settings";
import * as answers from "./answers";
import type { Operation } from "./operation";

function get<I, T>(path: string, operation: Omit<Operation<I, T>, "method" | "path">): Operation<I, T> {
  return { method: "GET", path, ...operation };
}

export const ratesOperation = get("/rates", {
  summary: "The conversion rates of a period, in all and by group; the rows add up to the total.",
  needs: "report:read",
  input: RatesInput,
  output: answers.RATES,
  run: answerRates,
});
export const listLeadsOperation = get("/leads", {
  summary: "Leads; with `counted`, exactly those behind that count of the rates.",
  needs: "lead:read",
  input: records.ListLeadsInput,
  output: answers.pageOf(answers.LEAD),
  run: records.listLeads,
});
export const listOpportunitiesOperation = get("/opportunities", {
  summary: "Opportunities; with `counted`, exactly those behind that count of the rates.",
  needs: "opportunity:read",
  input: records.ListOpportunitiesInput,
  output: answers.pageOf(answers.OPPORTUNITY),
  run: records.listOpportunities,
});
export const listDealsOperation = get("/deals", {
  summary: "Deals, voided ones too.",
  needs: "deal:read",
  input: records.ListDealsInput,
  output: answers.pageOf(answers.DEAL),
  run: records.listDeals,
});
export const listTransitionsOperation = get("/transitions", {
  summary: "The log of every move, in the order in which it was written.",
  needs: "record:history",
  input: records.ListTransitionsInput,
  output: answers.pageOf(answers.TRANSITION),
  run: records.listTransitions,
});
export const listChannelsOperation = get("/channels", {
  summary: "Channels, archived ones too.",
  needs: "settings:read",
  input: settings.ListSettingsInput,
  output: answers.pageOf(answers.CHANNEL),
  run: settings.listChannels,
});
export const listCampaignsOperation = get("/campaigns", {
  summary: "Campaigns, archived ones too.",
  needs: "settings:read",
  input: settings.ListSettingsInput,
  output: answers.pageOf(answers.CAMPAIGN),
  run: settings.listCampaigns,
});
export const listStagesOperation = get("/stages", {
  summary: "Stages of leads and of opportunities, archived ones too.",
  needs: "settings:read",
  input: settings.ListSettingsInput,
  output: answers.pageOf(answers.STAGE),
  run: settings.listStages,
});
export const listLostReasonsOperation = get("/lost-reasons", {
  summary: "Reasons for which opportunities are lost, archived ones too.",
  needs: "settings:read",
  input: settings.ListSettingsInput,
  output: answers.pageOf(answers.LOST_REASON),
  run: settings.listLostReasons,
});

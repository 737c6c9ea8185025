import type { DealKind } from "@/lib/domain/deals/deal";
import { groupBy } from "@/lib/domain/group-by";
import { type Losses, lossesOf, type LostCount } from "@/lib/domain/metrics/losses";
import type { Maturation } from "@/lib/domain/metrics/maturation";
import { type LeadDealSum, type Money, moneyOf } from "@/lib/domain/metrics/money";
import { type Furthest, type OpenStage, type Reach, reachOf } from "@/lib/domain/metrics/reach";
import { type StageTime, stageTimesOf, type VisitCount } from "@/lib/domain/metrics/stage-times";
import { daysBetween } from "@/lib/domain/period";
import type { Names, Preset } from "@/lib/domain/pipeline/presets/preset";
import { NOT_STATED } from "@/lib/domain/pipeline/presets/shared";
import { sum } from "@/lib/domain/stats/sum";
import { maturedLeads, maturedOpportunities } from "./sample-maturation";
import type { SampleLead, SampleStep } from "./sample-leads";
import type { Story } from "./story";

/** What the blocks of a report are drawn from, counted from sample leads in memory. */
export interface SampleBlocks {
  readonly maturation: Readonly<Record<"lead" | "opportunity", Maturation>>;
  readonly reach: Reach;
  readonly losses: Losses;
  readonly time: readonly StageTime[];
  readonly money: Money;
}

interface Told {
  readonly story: Story;
  readonly preset: Preset;
  readonly today: string;
  readonly name: (names: Names) => string;
}

/** By start date, with nothing shared with the queries but what makes blocks of counts. */
export function sampleBlocks(all: readonly SampleLead[], told: Told): SampleBlocks {
  const stages = openStagesOf(told);
  const isContactStage = stages.some(({ key }) => key === "lead-1");
  const leads = all
    .filter((lead) => !has(lead, "excluded"))
    .map((lead) => (isContactStage ? lead : { ...lead, steps: lead.steps.filter(({ kind }) => kind !== "contacted") }));
  return {
    maturation: { lead: maturedLeads(leads, told.today), opportunity: maturedOpportunities(leads, told.today) },
    reach: reachOf(
      stages,
      leads.map((lead) => furthestOf(lead)),
    ),
    losses: sampleLosses(leads, told),
    time: stageTimesOf(
      stages,
      leads.flatMap((lead) => visitsOf(lead, told.today)),
    ),
    money: sampleMoney(leads, told),
  };
}

function openStagesOf({ preset, name }: Told): readonly OpenStage[] {
  const open = (subject: OpenStage["subject"], stages: Preset["leadStages"] | Preset["opportunityStages"]) =>
    stages
      .filter(({ kind }) => kind === "open")
      .map((stage, place) => ({ key: `${subject}-${place}`, name: name(stage.name), subject }));
  return [...open("lead", preset.leadStages), ...open("opportunity", preset.opportunityStages)];
}

function furthestOf(lead: SampleLead): Furthest {
  const isQualified = has(lead, "opened");
  const isCustomer = has(lead, "won") || has(lead, "sold-directly");
  const place = isQualified ? Math.max(0, ...placesOf(lead)) : has(lead, "contacted") ? 1 : 0;
  return { stage: `${isQualified ? "opportunity" : "lead"}-${place}`, isQualified, isCustomer, leads: 1 };
}

function placesOf({ steps }: SampleLead): readonly number[] {
  return steps.flatMap((step) => (step.kind === "moved" ? [step.stage] : []));
}

function sampleLosses(leads: readonly SampleLead[], { preset, name }: Told): Losses {
  const lost = leads.flatMap((lead): readonly LostCount[] => {
    const end = lead.steps.find((step) => step.kind === "lost");
    const place = placesOf(lead).at(-1) ?? 0;
    return end === undefined ? [] : [{ stage: `opportunity-${place}`, reason: `${end.reason}`, lost: 1 }];
  });
  const reasons = preset.lostReasons.map((reason, place) => ({ key: `${place}`, name: name(reason) }));
  const unstated = `${preset.lostReasons.indexOf(NOT_STATED)}`;
  const stages = preset.opportunityStages
    .filter(({ kind }) => kind === "open")
    .map((stage, place) => ({ key: `opportunity-${place}`, name: name(stage.name) }));
  const notAFit = leads.filter((lead) => has(lead, "not-a-fit") && !has(lead, "opened")).length;
  return lossesOf(lost, { stages, reasons, unstated }, notAFit);
}

/** A lead leaves its stage when it is contacted, qualified, sold to or given up; an opportunity when it is moved or closed. */
function visitsOf({ cameInOn, steps }: SampleLead, today: string): readonly VisitCount[] {
  const ofLead = steps.filter(({ kind }) => LEAD_MOVES.has(kind));
  const opened = steps.findIndex(({ kind }) => kind === "opened");
  const ofOpportunity = opened === -1 ? [] : steps.slice(opened).filter(({ kind }) => kind !== "not-a-fit");
  const first = { on: cameInOn, stage: "lead-0" };
  const contacted = ofLead.flatMap(({ kind, on }) => (kind === "contacted" ? [{ on, stage: "lead-1" }] : []));
  const opportunities = ofOpportunity.flatMap((step) =>
    step.kind === "opened"
      ? [{ on: step.on, stage: "opportunity-0" }]
      : step.kind === "moved"
        ? [{ on: step.on, stage: `opportunity-${step.stage}` }]
        : [],
  );
  return [
    ...[first, ...contacted].map((entry, place) => visit(entry, ofLead[place]?.on, today)),
    ...opportunities.map((entry, place) => visit(entry, ofOpportunity[place + 1]?.on, today)),
  ];
}

const LEAD_MOVES: ReadonlySet<SampleStep["kind"]> = new Set(["contacted", "opened", "sold-directly", "not-a-fit"]);

function visit(entry: { readonly on: string; readonly stage: string }, left: string | undefined, today: string) {
  return { stage: entry.stage, time: daysBetween(entry.on, left ?? today), event: left !== undefined, count: 1 };
}

function sampleMoney(leads: readonly SampleLead[], { story, preset }: Told): Money {
  const [kind] = preset.dealKinds;
  const ofLeads = leads.flatMap((lead) => dealsOf(lead, kind, story));
  const channels = [...groupBy(leads, ({ channel }) => channel)];
  return moneyOf({
    signed: ofLeads,
    ofLeads,
    leads: new Map(channels.map(([channel, of]) => [keyOf(channel), of.length])),
    campaigns: story.campaigns.map(({ channel, cost }, place) => {
      const own = leads.filter(({ campaign }) => campaign === place);
      const customers = sum(own.map((lead) => (has(lead, "won") || has(lead, "sold-directly") ? 1 : 0)));
      return { channel: `${channel}`, cost: { minor: cost * 100, currency: CURRENCY }, leads: own.length, customers };
    }),
  });
}

function dealsOf({ channel, steps }: SampleLead, kind: DealKind, { termMonths }: Story): readonly LeadDealSum[] {
  return steps.flatMap((step) =>
    step.kind === "won" || step.kind === "sold-directly"
      ? [{ channel: keyOf(channel), kind, termMonths, currency: CURRENCY, amountMinor: step.amount, deals: 1 }]
      : [],
  );
}

const CURRENCY = "NOK";

function keyOf(channel: number | null): string | null {
  return channel === null ? null : `${channel}`;
}

function has({ steps }: SampleLead, kind: SampleStep["kind"]): boolean {
  return steps.some((step) => step.kind === kind);
}

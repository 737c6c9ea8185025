import { addDays, daysBetween, resolvePeriod } from "@/lib/domain/period";
import { companyName, personName } from "./names";
import { type Randomness, randomness } from "./random";
import type { ChannelStory, Story } from "./story";

/** One step of a lead's way, on a day. Positions are those of the preset. */
export type SampleStep =
  | { readonly kind: "contacted"; readonly on: string }
  | { readonly kind: "opened"; readonly on: string }
  | { readonly kind: "moved"; readonly on: string; readonly stage: number }
  | { readonly kind: "won"; readonly on: string; readonly amount: number }
  | { readonly kind: "lost"; readonly on: string; readonly reason: number }
  | { readonly kind: "sold-directly"; readonly on: string; readonly amount: number }
  | { readonly kind: "not-a-fit"; readonly on: string }
  | { readonly kind: "excluded"; readonly on: string };

export interface SampleLead {
  readonly name: string;
  readonly company: string;
  /** Null: nobody knows where it came from. */
  readonly channel: number | null;
  /** One of the story's, of this channel. */
  readonly campaign: number | null;
  readonly cameInOn: string;
  readonly steps: readonly SampleStep[];
}

const UNATTRIBUTED_PERCENT = 3;
const EXCLUDED_PERCENT = 2;
const DIRECT_PERCENT = 1;
/** After a lost opportunity the lead stands for a while before it is given up. */
const DAYS_TO_LET_GO = 7;

/**
 * The leads of the last twelve months, as a report first shows them, oldest first; nothing happens after today, so the young
 * ones are still open.
 */
export function sampleLeads(story: Story, today: string): readonly SampleLead[] {
  const random = randomness(story.seed);
  const ofCampaigns = randomness(story.seed + 1);
  const count = story.leadsPerMonth * 12;
  const first = firstSampleDay(today);
  const days = daysBetween(first, today) + 1;
  return Array.from({ length: count }, (_, index) => {
    const lead = sampleLead(story, random, addDays(first, Math.floor((index * days) / count)), today);
    return { ...lead, campaign: pickCampaign(story, lead.channel, ofCampaigns) };
  });
}

export function firstSampleDay(today: string): string {
  return resolvePeriod({ key: "12m" }, today)?.from ?? today;
}

/** A channel's leads come by its first campaign that draws them, or by none. */
function pickCampaign({ campaigns }: Story, channel: number | null, { chance }: Randomness): number | null {
  const found = campaigns.findIndex((campaign) => campaign.channel === channel && chance(campaign.percent));
  return found === -1 ? null : found;
}

function sampleLead(story: Story, random: Randomness, cameInOn: string, today: string) {
  const channel = pickChannel(story.channels, random);
  const steps = stepsOf(story, story.channels[channel], random, cameInOn);
  return {
    name: personName(random),
    company: companyName(random),
    channel: random.chance(UNATTRIBUTED_PERCENT) ? null : channel,
    cameInOn,
    steps: steps.filter(({ on }) => on <= today),
  };
}

function pickChannel(channels: readonly ChannelStory[], { below }: Randomness): number {
  let left = below(channels.reduce((sum, { share }) => sum + share, 0));
  const found = channels.findIndex(({ share }) => (left -= share) < 0);
  return Math.max(0, found);
}

function stepsOf(story: Story, channel: ChannelStory | undefined, random: Randomness, cameInOn: string): SampleStep[] {
  const [toContact = 1] = story.daysPerStage;
  const contacted = addDays(cameInOn, random.below(toContact));
  if (!channel || random.chance(EXCLUDED_PERCENT)) return [{ kind: "excluded", on: contacted }];
  if (random.chance(DIRECT_PERCENT)) return [{ kind: "sold-directly", on: contacted, amount: amountOf(story, random) }];
  const first: SampleStep = { kind: "contacted", on: contacted };
  if (!random.chance(channel.qualifies)) {
    const given = addDays(contacted, 3 + random.below(25));
    return random.chance(80) ? [first, { kind: "not-a-fit", on: given }] : [first];
  }
  return [first, ...opportunitySteps(story, channel, random, addDays(contacted, 1 + random.below(9)))];
}

function opportunitySteps(story: Story, channel: ChannelStory, random: Randomness, opened: string): SampleStep[] {
  const steps: SampleStep[] = [{ kind: "opened", on: opened }];
  const isWon = random.chance(channel.wins);
  const losesAt = isWon ? story.lossesAt.length : weighted(story.lossesAt, random);
  let on = opened;
  for (const [stage, days] of story.daysPerStage.slice(1).entries()) {
    on = addDays(on, 1 + random.below(days));
    if (stage === losesAt) {
      const lost: SampleStep = { kind: "lost", on, reason: pickReason(story, random) };
      return [...steps, lost, { kind: "not-a-fit", on: addDays(on, DAYS_TO_LET_GO) }];
    }
    if (stage + 1 < story.lossesAt.length) steps.push({ kind: "moved", on, stage: stage + 1 });
  }
  return [...steps, { kind: "won", on, amount: amountOf(story, random) }];
}

function weighted(weights: readonly number[], { below }: Randomness): number {
  let left = below(weights.reduce((sum, weight) => sum + weight, 0));
  return weights.findIndex((weight) => (left -= weight) < 0);
}

function pickReason({ reasons }: Story, { below }: Randomness): number {
  return reasons[below(reasons.length)] ?? 0;
}

/** A round amount, in minor units. */
function amountOf({ amountFrom, amountTo }: Story, { below }: Randomness): number {
  const step = amountTo > 50_000 ? 5000 : 10;
  return (amountFrom + below(Math.floor((amountTo - amountFrom) / step)) * step) * 100;
}

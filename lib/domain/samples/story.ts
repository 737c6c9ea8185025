import type { Names, Scenario } from "@/lib/domain/pipeline/presets/preset";

/** What a channel's leads are like. Positions are those of the preset's channels. */
export interface ChannelStory {
  /** Its part of the leads, in per cent. */
  readonly share: number;
  /** How many per cent of its leads become opportunities, and of those are won once decided. */
  readonly qualifies: number;
  readonly wins: number;
}

/** What was paid for a channel's leads. */
export interface CampaignStory {
  /** Its place among the preset's channels. */
  readonly channel: number;
  readonly name: Names;
  /** How many per cent of the channel's leads it draws, of those that no campaign before it has drawn. */
  readonly percent: number;
  readonly audience: number;
  /** Whole units of the team's currency. */
  readonly cost: number;
}

/** What a sample team aims at in step 1 and step 2, 0–1. */
export interface SampleTargets {
  readonly step1?: number;
  readonly step2?: number;
}

/** One year of a team that has a problem a reader of its report can find. */
export interface Story {
  readonly seed: number;
  readonly leadsPerMonth: number;
  readonly channels: readonly ChannelStory[];
  readonly campaigns: readonly CampaignStory[];
  readonly targets: SampleTargets;
  /** How many days a stage takes at most: contact first, then each opportunity stage. */
  readonly daysPerStage: readonly number[];
  /** Per opportunity stage: how many of 100 losses happen there. */
  readonly lossesAt: readonly number[];
  /** Positions of the preset's lost reasons, as often as they occur. */
  readonly reasons: readonly number[];
  /** Whole units of the team's currency, per month or once as the scenario's first deal kind says. */
  readonly amountFrom: number;
  readonly amountTo: number;
  readonly termMonths: number | null;
}

/**
 * Startup: step 1 is the problem, targeted ads bring half of the leads and few of them want a demo. Consultancy: step 2,
 * proposals are lost in negotiation for their price, in every channel alike, so only a target shows it. Agency: lead quality,
 * pay-per-click leads want a pitch and do not buy.
 */
export const STORIES: Readonly<Record<Scenario, Story>> = {
  startup: {
    seed: 20260101,
    leadsPerMonth: 52,
    channels: [
      { share: 28, qualifies: 44, wins: 38 },
      { share: 18, qualifies: 34, wins: 36 },
      { share: 48, qualifies: 12, wins: 34 },
      { share: 6, qualifies: 30, wins: 35 },
    ],
    campaigns: [
      {
        channel: 2,
        name: { nb: "Annonser på LinkedIn", en: "Ads on LinkedIn" },
        percent: 55,
        audience: 48_000,
        cost: 186_000,
      },
      {
        channel: 2,
        name: { nb: "Bannere i bransjemedier", en: "Banners in trade media" },
        percent: 60,
        audience: 31_000,
        cost: 74_000,
      },
      { channel: 0, name: { nb: "Nyhetsbrevet", en: "The newsletter" }, percent: 45, audience: 6_400, cost: 38_000 },
      {
        channel: 1,
        name: { nb: "Kundehistorier", en: "Customer stories" },
        percent: 50,
        audience: 22_000,
        cost: 41_000,
      },
    ],
    targets: {},
    daysPerStage: [6, 8, 21, 16],
    lossesAt: [15, 55, 30],
    reasons: [1, 1, 1, 0, 2, 3, 4, 5],
    amountFrom: 990,
    amountTo: 8900,
    termMonths: 12,
  },
  consultancy: {
    seed: 20260202,
    leadsPerMonth: 30,
    channels: [
      { share: 42, qualifies: 62, wins: 27 },
      { share: 24, qualifies: 46, wins: 19 },
      { share: 30, qualifies: 42, wins: 17 },
      { share: 4, qualifies: 40, wins: 20 },
    ],
    campaigns: [
      {
        channel: 1,
        name: { nb: "Fagdagen i Bergen", en: "Industry day in Bergen" },
        percent: 50,
        audience: 900,
        cost: 140_000,
      },
      { channel: 1, name: { nb: "Frokostmøter", en: "Breakfast meetings" }, percent: 70, audience: 420, cost: 65_000 },
    ],
    targets: { step1: 0.5, step2: 0.35 },
    daysPerStage: [4, 10, 18, 28],
    lossesAt: [10, 20, 70],
    reasons: [3, 3, 3, 3, 0, 2, 1, 4],
    amountFrom: 80_000,
    amountTo: 640_000,
    termMonths: null,
  },
  agency: {
    seed: 20260303,
    leadsPerMonth: 44,
    channels: [
      { share: 30, qualifies: 34, wins: 46 },
      { share: 44, qualifies: 56, wins: 11 },
      { share: 20, qualifies: 30, wins: 36 },
      { share: 6, qualifies: 28, wins: 30 },
    ],
    campaigns: [
      {
        channel: 1,
        name: { nb: "Søkeannonser, brede ord", en: "Search ads, broad terms" },
        percent: 75,
        audience: 64_000,
        cost: 312_000,
      },
      {
        channel: 1,
        name: { nb: "Søkeannonser, eget navn", en: "Search ads, own name" },
        percent: 80,
        audience: 9_000,
        cost: 44_000,
      },
      {
        channel: 0,
        name: { nb: "Nye landingssider", en: "New landing pages" },
        percent: 60,
        audience: 21_000,
        cost: 95_000,
      },
      { channel: 2, name: { nb: "Videoserien", en: "The video series" }, percent: 55, audience: 30_000, cost: 62_000 },
    ],
    targets: {},
    daysPerStage: [5, 9, 14, 18],
    lossesAt: [25, 45, 30],
    reasons: [3, 1, 1, 0, 2, 4, 5],
    amountFrom: 9_000,
    amountTo: 48_000,
    termMonths: 12,
  },
  other: {
    seed: 20260404,
    leadsPerMonth: 60,
    channels: [
      { share: 46, qualifies: 32, wins: 42 },
      { share: 24, qualifies: 18, wins: 36 },
      { share: 26, qualifies: 44, wins: 45 },
      { share: 4, qualifies: 30, wins: 40 },
    ],
    campaigns: [
      {
        channel: 1,
        name: { nb: "Vårkatalogen", en: "The spring catalogue" },
        percent: 65,
        audience: 12_000,
        cost: 35_000,
      },
    ],
    targets: {},
    daysPerStage: [1, 1],
    lossesAt: [100],
    reasons: [0, 0, 1, 2, 3, 4],
    amountFrom: 299,
    amountTo: 2400,
    termMonths: null,
  },
};

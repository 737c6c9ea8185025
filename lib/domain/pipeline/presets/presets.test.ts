import { describe, expect, it } from "vitest";
import { DEAL_KINDS } from "@/lib/domain/deals/deal";
import { blockOrder } from "@/lib/domain/metrics/report-blocks";
import { LEAD_KINDS, OPPORTUNITY_KINDS } from "../kinds";
import { type Names, SCENARIOS } from "./preset";
import { PRESETS } from "./presets";

const LANGUAGES = ["nb", "en"] as const;

describe.each(SCENARIOS)("the preset %s", (scenario) => {
  const preset = PRESETS[scenario];
  const lists: readonly [string, readonly Names[]][] = [
    ["lead stages", preset.leadStages.map(({ name }) => name)],
    ["opportunity stages", preset.opportunityStages.map(({ name }) => name)],
    ["channels", preset.channels],
    ["lost reasons", preset.lostReasons],
  ];

  it("is its scenario's", () => {
    expect(preset.scenario).toBe(scenario);
  });

  it("has a lead stage of every kind, one each but of open, in the order in which leads go", () => {
    const kinds = preset.leadStages.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== "open")).toEqual(LEAD_KINDS.filter((kind) => kind !== "open"));
    expect(kinds[0]).toBe("open");
    expect(kinds.lastIndexOf("open")).toBe(kinds.filter((kind) => kind === "open").length - 1);
  });

  it("has an opportunity stage of every kind: open ones first, then won, then lost", () => {
    const kinds = preset.opportunityStages.map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(["won", "lost"]);
    expect(new Set(kinds.slice(0, -2))).toEqual(new Set(["open"]));
    expect(new Set(kinds)).toEqual(new Set(OPPORTUNITY_KINDS));
  });

  it.each(lists)("names its %s in both languages, no name twice, none empty", (_, names) => {
    expect(names.length).toBeGreaterThanOrEqual(3);
    for (const language of LANGUAGES) {
      const spoken = names.map((name) => name[language].normalize("NFC").trim().toLowerCase());
      expect(new Set(spoken).size).toBe(names.length);
      expect(names.every((name) => name[language] === name[language].trim() && name[language].length > 0)).toBe(true);
    }
  });

  it("orders blocks of the report, none twice", () => {
    expect(new Set(preset.reportBlocks).size).toBe(preset.reportBlocks.length);
    expect(preset.reportBlocks).toEqual(expect.arrayContaining(["channels", "trend", "change", "money"]));
  });

  it("suggests kinds of deals that exist, none twice", () => {
    expect(new Set(preset.dealKinds).size).toBe(preset.dealKinds.length);
    expect(DEAL_KINDS).toEqual(expect.arrayContaining([...preset.dealKinds]));
  });
});

it("every scenario has the words of the article", () => {
  const english = (names: readonly Names[]) => names.map(({ en }) => en);
  const openStages = (scenario: (typeof SCENARIOS)[number]) =>
    PRESETS[scenario].opportunityStages.filter(({ kind }) => kind === "open").map(({ name }) => name.en);
  expect(english(PRESETS.startup.channels)).toEqual(["Content marketing", "Social media", "Targeted ads", "Other"]);
  expect(english(PRESETS.consultancy.channels)).toEqual(["Referrals", "Event sponsorship", "Contact form", "Other"]);
  expect(english(PRESETS.agency.channels)).toEqual(["SEO", "Pay-per-click (PPC)", "Social media", "Other"]);
  expect(english(PRESETS.other.channels)).toEqual(["Shop window", "Advertising", "Walk-in", "Other"]);
  expect(openStages("startup")).toEqual(["Demo booked", "Trial", "Proposal sent"]);
  expect(openStages("consultancy")).toEqual(["Needs meeting", "Proposal sent", "Negotiation"]);
  expect(openStages("agency")).toEqual(["Brief received", "Campaign pitched", "Proposal sent"]);
  expect(openStages("other")).toEqual(["Tries on"]);
  expect(SCENARIOS.map((scenario) => PRESETS[scenario].dealKinds[0])).toEqual([
    "subscription",
    "project",
    "retainer",
    "one_off",
  ]);
});

it("the report of a startup begins with how far leads get, of a consultancy with money, of the others with channels", () => {
  const orderOf = (scenario: (typeof SCENARIOS)[number]) => blockOrder(PRESETS[scenario].reportBlocks).join(" ");
  const framed = (middle: string) => `filters headline rates strip diagnosis ${middle} lever how`;
  expect(orderOf("startup")).toBe(framed("reach losses money trend channels change maturation time map"));
  expect(orderOf("consultancy")).toBe(framed("money channels reach losses time trend change map maturation"));
  expect(orderOf("agency")).toBe(framed("channels map money reach time losses change trend maturation"));
  expect(orderOf("other")).toBe(framed("channels trend losses change time money maturation"));
});

import { describe, expect, it } from "vitest";
import { asId, type CampaignId, type ChannelId, type UserId } from "@/lib/domain/ids";
import { parseQuickAdd, type QuickAdd, type QuickAddNames } from "./quick-add";

const social = asId<ChannelId>("social");
const search = asId<ChannelId>("search");
const spring = asId<CampaignId>("spring");
const kari = asId<UserId>("kari");
const names: QuickAddNames = {
  channels: [
    { id: social, nameNorm: "sosiale medier", aliases: "linkedin" },
    { id: search, nameNorm: "sokemotoroptimalisering", aliases: "" },
  ],
  campaigns: [{ id: spring, channelId: search, nameNorm: "var" }],
  members: [
    { userId: kari, name: "Kari Nordmann" },
    { userId: asId<UserId>("per1"), name: "Per Ås" },
    { userId: asId<UserId>("per2"), name: "Per Vik" },
  ],
  currency: "NOK",
};

describe("a quick-add line", () => {
  it("is taken apart into name, channel, owner, amount and address", () => {
    expect(parsed("Østfold Rør AS #some @kari 125 000 kr post@ostfoldror.no")).toEqual({
      ...EMPTY,
      name: "Østfold Rør AS",
      channelId: social,
      ownerId: kari,
      amount: "125 000",
      currency: "NOK",
      email: "post@ostfoldror.no",
    });
  });

  it.each([
    "7-Eleven",
    "Regnskap 24 AS",
    "3 Brødre",
    "Studio 1 000",
    "K Lund AS",
    "C# Kurs",
    "A @ B",
    "NOK Norge",
    "Kr. Kristiansen",
  ])("keeps «%s» whole as the name", (line) => {
    expect(parsed(line)).toEqual({ ...EMPTY, name: line });
  });

  it.each([
    ["A 125k", "125000", "NOK"],
    ["A 1,5 mill", "1500000", "NOK"],
    ["A 900,-", "900", "NOK"],
    ["A 900,50 kr", "900,50", "NOK"],
    ["A 2 000 EUR", "2 000", "EUR"],
    ["A USD 40", "40", "USD"],
  ])("reads «%s» as an amount of %s %s", (line, amount, currency) => {
    expect(parsed(line)).toEqual({ ...EMPTY, name: "A", amount, currency });
  });

  it("leaves an amount that could be read in two ways in the name", () => {
    expect(parsed("A 1.234 kr").amount).toBeNull();
  });

  it("folds what it looks for: #søk finds Søkemotoroptimalisering, #vår the campaign and its channel", () => {
    expect(parsed("A #søk").channelId).toBe(search);
    expect(parsed("A #sok").channelId).toBe(search);
    expect(parsed("A #LinkedIn").channelId).toBe(social);
    expect(parsed("A #vår")).toEqual({ ...EMPTY, name: "A", campaignId: spring, channelId: search });
  });

  it("never guesses between two, nor blocks on what it does not know", () => {
    expect(parsed("A @per #xyz")).toEqual({ ...EMPTY, name: "A", unknown: ["@per", "#xyz"] });
  });

  it.each(["91234567", "912 34 567", "91 23 45 67", "+47 91234567"])("reads «%s» as a telephone number", (phone) => {
    expect(parsed(`Kari ${phone}`)).toEqual({ ...EMPTY, name: "Kari", phone });
  });

  it("has no name when the line holds only marks", () => {
    expect(parsed("#some @kari").name).toBe("");
  });
});

const EMPTY: QuickAdd = {
  name: "",
  channelId: null,
  campaignId: null,
  ownerId: null,
  email: null,
  phone: null,
  amount: null,
  currency: null,
  unknown: [],
};

function parsed(line: string): QuickAdd {
  return parseQuickAdd(line, names, "nb");
}

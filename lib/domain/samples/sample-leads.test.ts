import { describe, expect, test } from "vitest";
import { SCENARIOS } from "@/lib/domain/pipeline/presets/preset";
import { type SampleLead, sampleLeads } from "./sample-leads";
import { STORIES } from "./story";

const TODAY = "2026-11-25";

describe("sample data", () => {
  test("the same day gives the same year, and nothing lies after it", () => {
    for (const scenario of SCENARIOS) {
      const leads = sampleLeads(STORIES[scenario], TODAY);
      expect(sampleLeads(STORIES[scenario], TODAY)).toEqual(leads);
      const days = leads.flatMap((lead) => [lead.cameInOn, ...lead.steps.map(({ on }) => on)]);
      expect(days.every((day) => day <= TODAY && day > "2025-11-25")).toBe(true);
    }
  });

  test("no step lies before the one it follows", () => {
    for (const scenario of SCENARIOS) {
      for (const lead of sampleLeads(STORIES[scenario], TODAY)) {
        const days = [lead.cameInOn, ...lead.steps.map(({ on }) => on)];
        expect(days).toEqual(days.toSorted());
      }
    }
  });

  test("startup: targeted ads bring 286 leads of which 31 become opportunities, content marketing 157 of which 74", () => {
    expect(counts("startup", 2)).toMatchObject({ leads: 286, qualified: 31 });
    expect(counts("startup", 0)).toMatchObject({ leads: 157, qualified: 74 });
  });

  test("consultancy: leads of every channel become opportunities, and most of those are lost", () => {
    const { qualified, won, lost } = counts("consultancy");
    expect(lost / qualified).toBeGreaterThan(0.6);
    expect(won / qualified).toBeLessThan(0.25);
  });

  test("agency: pay-per-click gives 128 opportunities of which 17 are won, SEO 45 of which 19", () => {
    expect(counts("agency", 1)).toMatchObject({ qualified: 128, won: 17 });
    expect(counts("agency", 0)).toMatchObject({ qualified: 45, won: 19 });
  });
});

function counts(scenario: (typeof SCENARIOS)[number], channel?: number) {
  const leads = sampleLeads(STORIES[scenario], TODAY).filter(
    (lead) => !has(lead, "excluded") && (channel === undefined || lead.channel === channel),
  );
  const count = (kind: string) => leads.filter((lead) => has(lead, kind)).length;
  return { leads: leads.length, qualified: count("opened"), won: count("won"), lost: count("lost") };
}

function has(lead: SampleLead, kind: string): boolean {
  return lead.steps.some((step) => step.kind === kind);
}

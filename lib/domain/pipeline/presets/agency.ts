import type { Preset } from "./preset";
import { COMMON_REASONS, leadEnds, names, open, OPPORTUNITY_ENDS, OTHER_CHANNEL } from "./shared";

export const agency: Preset = {
  scenario: "agency",
  leadStages: [open("Nytt lead", "New lead"), open("Kontaktet", "Contacted"), ...leadEnds("Ikke aktuelt")],
  opportunityStages: [
    open("Brief mottatt", "Brief received"),
    open("Kampanjeforslag presentert", "Campaign pitched"),
    open("Tilbud sendt", "Proposal sent"),
    ...OPPORTUNITY_ENDS,
  ],
  channels: [
    names("Søkemotoroptimalisering (SEO)", "SEO"),
    names("Klikkannonser (PPC)", "Pay-per-click (PPC)"),
    names("Sosiale medier", "Social media"),
    OTHER_CHANNEL,
  ],
  lostReasons: [
    names("Valgte annet byrå", "Chose another agency"),
    names("Budsjettet kuttet", "Budget cut"),
    names("Gjør det selv", "In-house"),
    ...COMMON_REASONS,
  ],
  dealKinds: ["retainer", "project", "one_off"],
  reportBlocks: ["channels", "map", "money", "reach", "time", "losses", "change", "trend", "maturation"],
};

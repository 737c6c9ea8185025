import type { Preset } from "./preset";
import { COMMON_REASONS, leadEnds, names, open, OPPORTUNITY_ENDS, OTHER_CHANNEL } from "./shared";

export const startup: Preset = {
  scenario: "startup",
  leadStages: [open("Nytt lead", "New lead"), open("Kontaktet", "Contacted"), ...leadEnds("Ikke aktuelt")],
  opportunityStages: [
    open("Demo booket", "Demo booked"),
    open("Prøveperiode", "Trial"),
    open("Tilbud sendt", "Proposal sent"),
    ...OPPORTUNITY_ENDS,
  ],
  channels: [
    names("Innholdsmarkedsføring", "Content marketing"),
    names("Sosiale medier", "Social media"),
    names("Målrettede annonser", "Targeted ads"),
    OTHER_CHANNEL,
  ],
  lostReasons: [
    names("Valgte konkurrent", "Chose competitor"),
    names("Manglet funksjon", "Missing feature"),
    names("Feil tidspunkt", "Bad timing"),
    ...COMMON_REASONS,
  ],
  dealKinds: ["subscription", "one_off"],
  reportBlocks: ["reach", "losses", "money", "trend", "channels", "change", "maturation", "time", "map"],
};

import type { Preset } from "./preset";
import { COMMON_REASONS, leadEnds, names, open, OPPORTUNITY_ENDS, OTHER_CHANNEL } from "./shared";

export const consultancy: Preset = {
  scenario: "consultancy",
  leadStages: [
    open("Ny henvendelse", "New enquiry"),
    open("Innledende samtale", "Intro call"),
    ...leadEnds("Ikke aktuell"),
  ],
  opportunityStages: [
    open("Behovsmøte", "Needs meeting"),
    open("Tilbud sendt", "Proposal sent"),
    open("Forhandling", "Negotiation"),
    ...OPPORTUNITY_ENDS,
  ],
  channels: [
    names("Anbefalinger", "Referrals"),
    names("Arrangementssponsing", "Event sponsorship"),
    names("Kontaktskjema", "Contact form"),
    OTHER_CHANNEL,
  ],
  lostReasons: [
    names("Valgte konkurrent", "Chose competitor"),
    names("Kapasitet", "Capacity"),
    names("Utsatt", "Postponed"),
    ...COMMON_REASONS,
  ],
  dealKinds: ["project", "retainer", "one_off"],
  reportBlocks: ["money", "channels", "reach", "losses", "time", "trend", "change", "map", "maturation"],
};

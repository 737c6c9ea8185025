import type { Preset } from "./preset";
import { COMMON_REASONS, names, open, OTHER_CHANNEL } from "./shared";

/** The shop of the article: people walk in, try something on, and pay or leave. */
export const other: Preset = {
  scenario: "other",
  leadStages: [
    open("Går inn", "Walks in"),
    { kind: "qualified", name: names("Prøver noe", "Tries on") },
    { kind: "customer", name: names("Kunde", "Customer") },
    { kind: "not_a_fit", name: names("Går igjen", "Leaves") },
    { kind: "excluded", name: names("Holdt utenfor", "Excluded") },
  ],
  opportunityStages: [
    open("Prøver noe", "Tries on"),
    { kind: "won", name: names("Betaler", "Pays") },
    { kind: "lost", name: names("Går igjen", "Leaves") },
  ],
  channels: [
    names("Vindusutstilling", "Shop window"),
    names("Annonsering", "Advertising"),
    names("Drop-in", "Walk-in"),
    OTHER_CHANNEL,
  ],
  lostReasons: [names("Passform", "Fit"), names("Utvalg", "Range"), ...COMMON_REASONS],
  dealKinds: ["one_off", "subscription", "project", "retainer"],
  reportBlocks: ["channels", "trend", "losses", "change", "time", "money", "maturation"],
};
